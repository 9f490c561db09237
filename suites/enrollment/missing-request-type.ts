import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** A server that issues a certificate without a RequestType did not read what the request asks for. */
export const missingRequestType = defineRefusal({
  id: 'enrollment/missing-request-type',
  title: 'RequestSecurityToken without a RequestType, or with a nil one, is answered with a SOAP fault',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-01'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; whoever does so gets a certificate that he did not ask for',
  },
  remedy: 'Read wst:RequestType, and answer its absence with a SOAP fault (subcode MessageFormat).',
  kinds: ['issue'],
  deviation: 'request-type-missing',
  due: [],
});
