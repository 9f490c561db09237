import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** XML leaves it to the writer. */
export const xmlDeclaration = defineTolerance({
  id: 'envelope/xml-declaration',
  title: 'A request is accepted with an XML declaration as well as without',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENV-16'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows is not known to write one; clients that do cannot enroll' },
  remedy: 'Read requests with an XML parser.',
  kind: ['discover', 'get-policies', 'issue'],
  family: 'xml-declarations',
  refusals: {
    'a reader that wants the Envelope first': '<?xml ',
  },
});
