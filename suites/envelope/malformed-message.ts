import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** A server that accepts it reads text instead of XML, and will refuse other valid spellings. */
export const malformedMessage = defineRefusal({
  id: 'envelope/malformed-message',
  title: 'A message that is not well-formed XML is refused with a SOAP fault',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENV-20'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such message; a server that accepts it does not read XML' },
  remedy: 'Read requests with an XML parser, and answer what it refuses with a SOAP fault (MessageFormat).',
  kinds: ['discover', 'get-policies', 'issue'],
  deviation: 'malformed',
  due: [],
});
