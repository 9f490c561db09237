import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** A server that answers this request does not read it. */
export const missingRequest = defineRefusal({
  id: 'discovery/missing-request',
  title: 'Discover without a request is refused with a SOAP fault',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['DISC-24'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such request; the server does not read what it is asked' },
  remedy: 'Refuse a Discover without request with a SOAP fault (MessageFormat).',
  kinds: ['discover'],
  deviation: 'request-missing',
  due: [],
});
