import { expect, test } from 'vitest';
import { append, remove, set } from '../../engine/rule/departures.ts';
import { assess } from '../../app/assess.ts';
import { occasionOf } from '../../app/stored-session.ts';
import { checks } from '../../../suites/index.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { referenceSession } from '../reference-run.ts';

const page = 'https://enterpriseenrollment.contoso.example/sign-in';

test.each([
  // Nobody answers at the address of its sign-in page.
  [
    'Federated',
    'nonconformant',
    'and no device could sign in: the target has no "signIn"',
    '2 mandatory checks failed: 1 specified, 1 seen on Windows',
  ],
  // No device offered it.
  ['Certificate', 'nonconformant', 'and the target has no "certificate"', '1 mandatory check failed: 1 specified'],
])('a server that chooses %s is told so first, and once', async (policy, expected, why, further) => {
  const session = await referenceSession({
    // An agent enrolls whatever the server chose.
    scenarios: scenarios.filter(({ given }) => given === undefined),
    departures: [
      set('discover', '//d:AuthPolicy', policy),
      remove('discover', '//d:AuthenticationServiceUrl'),
      append('discover', '//d:DiscoverResult', `<AuthenticationServiceUrl>${page}</AuthenticationServiceUrl>`),
    ],
  });
  const { verdict, because, judgements } = assess(session, checks, occasionOf(session, 'live', 'it'));
  const limit = `the server chose ${policy}, ${why}`;
  expect({ verdict, because }).toEqual({
    verdict: expected,
    because: expect.stringMatching(
      new RegExp(`^${limit}; everything after discovery stays open; ${further}$`),
    ) as string,
  });
  const waiting = judgements.filter(({ outcome, reason }) => outcome === 'inconclusive' && reason === limit);
  expect(waiting.length).toBeGreaterThan(200);
  const others = judgements
    .filter(({ outcome, reason }) => outcome === 'inconclusive' && reason !== limit)
    // Those of the last page wait for the first one.
    .filter(({ phase }) => phase !== 'authentication');
  expect(others.map(({ check, reason }) => `${check}: ${reason ?? ''}`)).toEqual([]);
});
