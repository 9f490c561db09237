import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { isWithoutHttp } from '../../harness/engine/evidence/without-http.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import type { XmlTree } from '../../harness/protocol/xml/tree.ts';

const spaced = /<(?:[\w.-]+:)?Sync(?:Hdr|Body)[^>]*>\s+</;

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

  *judge({ exchange, answer, request, at }) {
    const text = textOf(answer);
    if (text.includes('<![CDATA[')) yield { message: 'The message holds a CDATA section', at: at('body') };
    if (!spaced.test(text)) return;
    // Windows writes none: where its message has some too, a viewer laid both out.
    if (isWithoutHttp(exchange) && spaced.test(textOf(request)))
      throw new UnusableEvidence(`exchange ${exchange.index} was recorded in lines, whoever wrote them`);
    yield { message: 'The message has white space between its elements', at: at('body') };
  },

  counterexamples: [
    { name: 'a CDATA section', ...replace('manage', 'DM/1.2', '<![CDATA[DM/1.2]]>') },
    { name: 'lines', ...replace('manage', '<SyncHdr>', '<SyncHdr>\n  ') },
  ],
});

function textOf({ bytes }: XmlTree): string {
  return Buffer.from(bytes).toString('utf8');
}
