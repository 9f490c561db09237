import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** A prefix is a name that the writer of a document chose. */
export const prefixes = defineTolerance({
  id: 'envelope/prefixes',
  title: 'Requests are accepted with any namespace prefixes, default namespaces included',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['ENV-13'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows writes the usual prefixes; other clients cannot enroll' },
  remedy: 'Read requests with a parser that knows namespaces.',
  kind: ['discover', 'get-policies', 'issue'],
  family: 'prefixes',
  refusals: {
    'a search for the usual prefixes': 'soap:Envelope',
    'a server that wants the usual prefix of SOAP': '<env:Envelope',
  },
});
