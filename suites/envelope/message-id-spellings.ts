import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** A MessageID is any IRI, and a published sample has a space in it. */
export const messageIdSpellings = defineTolerance({
  id: 'envelope/message-id-spellings',
  title: 'A MessageID is accepted in any spelling',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ROB-03'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows writes its MessageIDs in one way; other clients cannot enroll' },
  remedy: 'Copy MessageID into RelatesTo and check nothing about it.',
  kind: 'discover',
  family: 'message-id-echo',
  refusals: {
    'a check for a GUID': /<a:MessageID>(?!urn:uuid:[0-9a-fA-F])/,
    'a check for lower case': '748132EC',
  },
});
