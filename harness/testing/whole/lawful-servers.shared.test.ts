import { expect, test } from 'vitest';
import { checks } from '../../../suites/index.ts';
import { drivesOfGroup } from '../lawful-servers/drives.ts';
import { sampleServer } from '../lawful-servers/samples.ts';
import { lawfulSession } from '../proofs/lawful-session.ts';
import { outcomesOn } from '../proofs/outcomes.ts';
import { passProof } from '../proofs/pass-proof.ts';

test(`no check fails on a server that ${sampleServer.name}`, async () => {
  const scenarios = drivesOfGroup('samples');
  const [own, reference] = await Promise.all(
    [sampleServer, { name: 'is the reference server' }].map(async (server) =>
      outcomesOn(await lawfulSession(server, scenarios), checks),
    ),
  );
  const listed = {
    group: 'samples',
    because: '',
    advice: sampleServer.advice ?? {},
    unjudged: {},
    scenarios: [],
    isWhole: false,
  };
  const { problems } = passProof({ ...listed, name: sampleServer.name }, own ?? {}, reference ?? {}, checks);
  expect(problems).toEqual([]);
});
