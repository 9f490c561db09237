import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** Says what the device has already; the schema lets nobody leave it out. */
export const missingClient = defineRefusal({
  id: 'policy/missing-client',
  title: 'GetPolicies whose client is missing, nil or empty is answered with a SOAP fault',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-26'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; the server answers whoever does without reading what it is asked',
  },
  remedy: 'Answer GetPolicies without a client element that has content with a SOAP fault (subcode MessageFormat).',
  kinds: ['get-policies'],
  deviation: 'client-missing',
  due: [],
});
