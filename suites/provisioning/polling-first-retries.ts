import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Polling } from './shared/polling.ts';
import { pollingPlace, readPolling } from './shared/polling.ts';

/** With zero, the first series never ends, and the others never begin. */
export const pollingFirstRetries = defineCheck({
  id: 'provisioning/polling-first-retries',
  title: 'NumberOfFirstRetries is not zero',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-23'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device enrolls, and polls in its first interval for ever; the later series never begin',
    evidence: {
      by: 'seen',
      source:
        'Windows 11 26200, deploymenttheory/go-microsoft-dm, docs/testing/windows-host-conformance.md: four polls 60 seconds apart',
    },
  },
  remedy: 'Send a NumberOfFirstRetries above zero, or leave it out.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a readable polling schedule with a count and is no MAM document',
    test: ({ provisioning }) => hasCount(readPolling(provisioning)),
  },

  *judge({ provisioning }) {
    const polling = readPolling(provisioning);
    if (polling?.first.count === 0) {
      yield { message: 'NumberOfFirstRetries is 0', at: pollingPlace(polling.node, 'NumberOfFirstRetries') };
    }
  },

  counterexamples: [
    { name: 'a first series without end', ...provisioning.set('//parm[@name="NumberOfFirstRetries"]/@value', '0') },
  ],
});

function hasCount(polling: Polling | undefined): boolean {
  return polling !== undefined && polling.first.count + polling.second.count + polling.remaining.count > 0;
}
