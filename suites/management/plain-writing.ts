import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';

/** Reports only: Windows 8.1 ended sessions silently, later versions take it. */
export const managementPlainWriting = defineCheck({
  id: 'management/plain-writing',
  title: 'A message has no CDATA section and no white space between its elements',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-37'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'Learn lists CDATA among the things that a device does not support; Windows 8.1 was reported to end a session with white space between elements',
  },
  remedy: 'Write the message without line breaks, and escape the content of Data.',
  needs: { each: 'manage' },

  *judge({ response, at }) {
    const text = Buffer.from(response.body).toString('utf8');
    if (text.includes('<![CDATA[')) yield { message: 'The message holds a CDATA section', at: at('body') };
    if (/<(?:[\w.-]+:)?Sync(?:Hdr|Body)[^>]*>\s+</.test(text)) {
      yield { message: 'The message has white space between its elements', at: at('body') };
    }
  },

  counterexamples: [
    { name: 'a CDATA section', ...replace('manage', 'DM/1.2', '<![CDATA[DM/1.2]]>') },
    { name: 'lines', ...replace('manage', '<SyncHdr>', '<SyncHdr>\n  ') },
  ],
});
