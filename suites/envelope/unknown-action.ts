import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** Action names the requested operation; the body alone does not. */
export const unknownAction = defineRefusal({
  id: 'envelope/unknown-action',
  title: 'An unknown Action is refused with a SOAP fault',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['ENV-19'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; the server answers whoever does what it was not asked',
  },
  remedy: 'Compare Action with those of the service, and refuse any other with a SOAP fault.',
  kinds: ['discover', 'get-policies', 'issue'],
  deviation: 'action',
  due: [],
});
