import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, set } from '../../harness/engine/rule/departures.ts';
import { booleanOf, quoted } from './shared/values.ts';

const asked = '>2001-01-01T00:00:00Z<';

/** A device with very old policies would follow rules that no longer apply. */
export const outdatedPolicies = defineCheck({
  id: 'policy/outdated-policies',
  title: 'A lastUpdate of long ago is answered, and not with policiesNotChanged',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-29'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no lastUpdate; a client that does keeps to policies that are no longer those of the server',
  },
  remedy: 'Send the whole answer, with policiesNotChanged false or nil, where lastUpdate is before the last change.',
  needs: { each: 'get-policies', where: { family: 'outdated-policies' } },

  *judge(evidence) {
    yield* answerSeen(evidence);
    if (evidence.state !== 'success') return;
    for (const unchanged of evidence.payload.all('x:response/x:policiesNotChanged')) {
      if (booleanOf(unchanged) === true) {
        yield { message: quoted(unchanged), at: unchanged, expected: 'false or nil', actual: unchanged.text };
      }
    }
  },

  counterexamples: [
    { name: 'an answer that nothing changed', asked, ...set('get-policies', '//x:policiesNotChanged', 'true') },
    { name: 'a refusal', asked, ...answer('get-policies', { as: 'fault', subcode: 'MessageFormat' }) },
  ],
});
