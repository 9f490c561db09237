import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** The policy service hears of the user first. Learn 2017, "Mobile device enrollment", lists the faults for users and tenants. */
export const unknownPolicyUser = defineRefusal({
  id: 'policy/unknown-user',
  title: 'GetPolicies for an unknown user is answered with a SOAP fault',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['POL-41'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the user learns of the mistake in the name before the certificate is asked for',
  },
  remedy: 'Authenticate GetPolicies, and answer the name of a user whom the server does not know with a SOAP fault.',
  kinds: ['get-policies'],
  deviation: 'unknown-user',
  asked: '>mde-conformance-nobody@',
  due: [],
});
