import { expect, test } from 'vitest';
import { checks } from '../../../suites/index.ts';
import { scenarios as plan } from '../../../suites/scenarios.ts';
import { lawfulSession } from '../proofs/lawful-session.ts';
import { outcomesOn } from '../proofs/outcomes.ts';
import { passProof } from '../proofs/pass-proof.ts';
import { drivesOfGroup } from './drives.ts';
import { signInServers } from './sign-in.ts';

const scenarios = plan.filter((scenario) => drivesOfGroup('sign-in').includes(scenario));
const reference = lawfulSession({ name: 'is the reference server', auth: 'federated' }, scenarios).then((har) =>
  outcomesOn(har, checks),
);

test.for(signInServers)('nothing is held against a server that $name', async (server) => {
  const outcomes = outcomesOn(await lawfulSession(server, scenarios), checks);
  const listed = { group: 'sign-in', because: '', advice: {}, unjudged: {}, scenarios: [], isWhole: false, ...server };
  expect(passProof(listed, outcomes, await reference, checks).problems).toEqual([]);
  expect(outcomes['authentication/foreign-appru']?.outcome).toBe('passed');
});
