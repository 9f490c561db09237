import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementMessageForms = defineSessionTolerance({
  id: 'management/message-forms',
  title: 'A message is taken in any form of XML that says the same',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-40'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows writes its messages in one form; another client, or another version, may not',
  },
  remedy: 'Read messages by an XML parser with namespaces.',
  family: 'session-writing',
  refusals: {
    'a server that finds elements by their prefix': /<s:SyncML /,
    'a server that finds values in the text': '<![CDATA[1.2]]>',
    'a server that takes no comments': '<!-- body -->',
    'a server that takes no white space': /<SyncML[^>]*>\n/,
  },
});
