import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate, set } from '../../harness/engine/rule/departures.ts';
import { oidPath } from './shared/paths.ts';
import { repeatedIdentifiers } from './shared/references.ts';
import { hasValue, valuesAt } from './shared/values.ts';

const path = `${oidPath}/x:oIDReferenceID`;

/** A reference to an identifier that is there twice may mean either. */
export const oidReferenceId = defineCheck({
  id: 'policy/oid-reference-id',
  title: 'Each oIDReferenceID is unique in the message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which of the two oIDs a device takes' },
  remedy: 'Number the oIDs of a message without repetition.',
  needs: { each: 'get-policies' },
  applies: { when: 'the message has oIDs', test: ({ payload }) => hasValue(payload, path) },

  *judge({ payload }) {
    yield* repeatedIdentifiers(valuesAt(payload, path));
  },

  counterexamples: [
    { name: 'an oID that is listed twice', ...duplicate('get-policies', '//x:oID[2]') },
    { name: 'the same number with a leading zero', ...set('get-policies', '//x:oID[2]/x:oIDReferenceID', '00') },
  ],
});
