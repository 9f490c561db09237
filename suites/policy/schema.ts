import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, rename, set, swap } from '../../harness/engine/rule/departures.ts';
import { validateBody } from '../../harness/protocol/xml/schema.ts';

/** Fields of EnrollmentVersion 5.0 (MS-MDE2 3.3.4.1.1.2), for which no schema was published. */
const unpublished = /\/[^/]*(AttestationFailureBehavior|OperationTimeout)[^/]*$/;

/** Validates types, order and number of all elements; other checks judge what the schema cannot express. */
export const policySchemaValidity = defineCheck({
  id: 'policy/schema',
  title: 'The GetPoliciesResponse validates against the schema of MS-XCEP',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-40'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device gives up at the first violation, as a strict reader does, or takes a default',
  },
  remedy: 'Send each element of MS-XCEP in the order and type of its schema, with xsi:nil="true" where it is empty.',
  needs: { each: 'get-policies' },

  *judge({ answer, at }) {
    for (const { message, path } of validateBody(answer, 'get-policies-response')) {
      if (!unpublished.test(path)) yield { message, at: at('body', path) };
    }
  },

  counterexamples: [
    { name: 'a missing element', ...remove('get-policies', '//x:keySpec') },
    { name: 'a value of another type', ...set('get-policies', '//x:autoEnroll', 'no') },
    { name: 'an empty value where nil is due', ...set('get-policies', '//x:generalFlags', '') },
    { name: 'another order', ...swap('get-policies', '//x:supersededPolicies') },
    { name: 'an element in another namespace', ...rename('get-policies', '//x:revision', '{urn:vendor}revision') },
  ],
});
