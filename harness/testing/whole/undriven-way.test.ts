import { expect, test } from 'vitest';
import { append, remove, set } from '../../engine/rule/departures.ts';
import { assess } from '../../app/assess.ts';
import { occasionOf } from '../../app/stored-session.ts';
import { checks } from '../../../suites/index.ts';
import { referenceSession } from '../reference-run.ts';

const page = 'https://enterpriseenrollment.contoso.example/sign-in';

test.each([
  ['Federated', 'incomplete', '\\d+ mandatory checks could not be judged'],
  // No device offered it.
  ['Certificate', 'nonconformant', '1 mandatory check failed: 1 specified'],
])('a server that chooses %s is told so first, and once', async (policy, expected, further) => {
  const session = await referenceSession({
    departures: [
      set('discover', '//d:AuthPolicy', policy),
      remove('discover', '//d:AuthenticationServiceUrl'),
      append('discover', '//d:DiscoverResult', `<AuthenticationServiceUrl>${page}</AuthenticationServiceUrl>`),
    ],
  });
  const { verdict, because, judgements } = assess(session, checks, occasionOf(session, 'live', 'it'));
  const limit = `the server chose ${policy}, which this version does not drive yet`;
  expect({ verdict, because }).toEqual({
    verdict: expected,
    because: expect.stringMatching(
      new RegExp(`^${limit}, so that everything after discovery stays open; ${further}$`),
    ) as string,
  });
  const waiting = judgements.filter(({ outcome, reason }) => outcome === 'inconclusive' && reason === limit);
  expect(waiting.length).toBeGreaterThan(200);
  const others = judgements.filter(({ outcome, reason }) => outcome === 'inconclusive' && reason !== limit);
  expect(others.map(({ check, reason }) => `${check}: ${reason ?? ''}`)).toEqual([]);
});
