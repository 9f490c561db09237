import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** An address stands for a service, and a service for its operations (MS-WSTEP section 3.1.4.2). */
export const misdirectedMessage = defineRefusal({
  id: 'discovery/misdirected-message',
  title: 'GetPolicies at the discovery address is refused with a SOAP fault',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['DISC-31'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; the service answers whoever does what it should not know',
  },
  remedy: 'Refuse every operation but Discover at the discovery address with a SOAP fault.',
  kinds: ['get-policies'],
  deviation: 'endpoint',
  due: [],
});
