import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate } from '../../harness/engine/rule/departures.ts';
import { certificateAuthorityPath } from './shared/paths.ts';
import { repeatedIdentifiers } from './shared/references.ts';
import { hasValue, valuesAt } from './shared/values.ts';

const path = `${certificateAuthorityPath}/x:cAReferenceID`;

/** A reference to an identifier that is there twice may mean either issuer. */
export const caReferenceId = defineCheck({
  id: 'policy/ca-reference-id',
  title: 'Each cAReferenceID is unique in the message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-18'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which of the issuers a device takes' },
  remedy: 'Number the cAs of a message without repetition.',
  needs: { each: 'get-policies' },
  applies: { when: 'the message lists cAs', test: ({ payload }) => hasValue(payload, path) },

  *judge({ payload }) {
    yield* repeatedIdentifiers(valuesAt(payload, path));
  },

  counterexamples: [{ name: 'an issuer that is listed twice', ...duplicate('get-policies', '//x:cA') }],
});
