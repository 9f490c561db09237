import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, swap } from '../../harness/engine/rule/departures.ts';
import { oidPath } from './shared/paths.ts';
import { sequenceFindings } from './shared/sequence.ts';

/** What a reference leads to. */
export const oidParts = defineCheck({
  id: 'policy/oid-parts',
  title: 'Each oID holds value, group, oIDReferenceID and defaultName in that order',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-13'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds the OID; a reader that follows the schema does not' },
  remedy: 'Send value, group, oIDReferenceID and defaultName, each once, in this order.',
  needs: { each: 'get-policies' },
  applies: { when: 'the message has oIDs', test: ({ payload }) => payload.find(oidPath) !== undefined },

  *judge({ payload }) {
    for (const oid of payload.all(oidPath)) {
      yield* sequenceFindings(oid, ['value', 'group', 'oIDReferenceID', 'defaultName']);
    }
  },

  counterexamples: [
    { name: 'an oID without a name', ...remove('get-policies', '//x:oID[1]/x:defaultName') },
    { name: 'another order', ...swap('get-policies', '//x:oID[2]/x:value') },
  ],
});
