import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, behaves, remove } from '../../harness/engine/rule/departures.ts';
import { booleanOf, quoted, valuesAt } from './shared/values.ts';

const asked = '>2099-12-31T23:59:59Z<';

/** Otherwise, the device gets policies that it would only throw away. */
export const unchangedPolicies = defineCheck({
  id: 'policy/unchanged-policies',
  title: 'A lastUpdate after the last change is answered with policiesNotChanged, and with nil cAs and oIDs',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['POL-28'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no lastUpdate; a client that does is sent again what it has' },
  remedy: 'Answer with policiesNotChanged true, and without cAs and oIDs, unless something changed after lastUpdate.',
  needs: { each: 'get-policies', where: { family: 'unchanged-policies' } },

  *judge(evidence) {
    yield* answerSeen(evidence);
    if (evidence.state !== 'success') return;
    const { payload } = evidence;
    const unchanged = payload.find('x:response/x:policiesNotChanged');
    if (!unchanged || booleanOf(unchanged) !== true) {
      const message = unchanged ? quoted(unchanged) : 'policiesNotChanged is missing';
      yield { message, at: unchanged ?? payload, expected: 'true' };
      return;
    }
    for (const list of valuesAt(payload, 'x:cAs | x:oIDs')) {
      yield { message: `Nothing changed, and ${list.name} is not nil`, at: list, expected: 'nil' };
    }
  },

  counterexamples: [
    { name: 'a whole answer whenever policies are asked for', ...behaves({ sendsAllPolicies: true }) },
    { name: 'oIDs that are not nil', asked, ...remove('get-policies', '//x:oIDs/@xsi:nil') },
    { name: 'a refusal', asked, ...answer('get-policies', { as: 'fault', subcode: 'MessageFormat' }) },
  ],
});
