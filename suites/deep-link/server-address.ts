import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { holds, seenIn } from './shared/links-of.ts';

/** Some servers give the whole address of discovery, and others only scheme and host. */
export const serverAddress = defineCheck({
  id: 'deep-link/server-address',
  title: 'The servername of each enrollment link is a whole address with https:',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['LNK-02'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'at which server a device enrolls that opens the link' },
  remedy: 'Write the whole address of discovery into servername, with https:, and percent-encode it.',
  needs: { each: 'deep-link-page' },
  applies: { when: 'a link names a server', test: (evidence) => holds(evidence, 'servername') },

  *judge(evidence) {
    yield* seenIn(evidence, { kinds: ['plain-server', 'wrong-server', 'cut-server'] });
    yield* seenIn(evidence, { kinds: ['empty-value', 'wrong-escape'], of: ['servername'] });
  },

  counterexamples: [
    { name: 'plain HTTP', ...replace('deep-link-page', 'servername=https', 'servername=http') },
    { name: 'a host without a scheme', ...replace('deep-link-page', 'servername=https%3A%2F%2F', 'servername=') },
    {
      name: 'an address that a raw ampersand cuts',
      ...replace('deep-link-page', 'Discovery.svc', 'Discovery.svc?tenant=1&amp;region=2'),
    },
    { name: 'an empty servername', ...replace('deep-link-page', 'servername=', 'servername=&amp;other=') },
  ],
});
