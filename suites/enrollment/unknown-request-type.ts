import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** Cancel and Validate are requests of WS-Trust that enrollment does not have. */
export const unknownRequestType = defineRefusal({
  id: 'enrollment/unknown-request-type',
  title: 'RequestSecurityToken with a RequestType that is not defined for enrollment is answered with a SOAP fault',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-01'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; whoever does so gets a certificate that he did not ask for',
  },
  remedy: 'Compare wst:RequestType with the values that you implement, and answer every other one with a SOAP fault.',
  kinds: ['issue'],
  deviation: 'request-type',
  due: [],
});
