import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from './shared/acceptance.ts';

/** Some stores of passwords fold the letter case or keep the first characters only, which makes passwords easy to guess. */
export const nearMissPassword = defineCheck({
  id: 'faults/near-miss-password',
  title: 'A password in another letter case, or without its last character, is not accepted',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['FLT-06'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever guesses finds a password sooner than its user believes' },
  remedy: 'Compare the whole password, with its letter case, as a password hash does.',
  needs: { each: 'issue', where: { deviation: 'near-miss-password' } },

  *judge(evidence) {
    const { variant = 'a password that is not quite right' } = evidence.exchange.label ?? {};
    yield* acceptanceFinding(evidence, `The server accepted ${variant}`);
  },

  counterexamples: [
    { name: 'passwords in any letter case', ...behaves({ takesForRight: 'any-letter-case' }) },
    { name: 'the beginning of a password', ...behaves({ takesForRight: 'a-beginning' }) },
  ],
});
