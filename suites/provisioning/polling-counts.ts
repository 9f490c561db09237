import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Polling } from './shared/polling.ts';
import { isUnused, readPolling } from './shared/polling.ts';

/** A count of zero means without end, and only the last of the three series may have it. */
export const pollingCounts = defineCheck({
  id: 'provisioning/polling-counts',
  title: 'The three counts of the polling schedule are not all zero',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-23'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device enrolls, and polls in its first interval for ever',
    evidence: { by: 'reported', source: 'fleetdm/fleet issues 38302 and 43773: devices poll every minute' },
  },
  remedy: 'Send a NumberOfFirstRetries above zero.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a readable polling schedule with an interval and is no MAM document',
    test: ({ provisioning }) => !seriesOf(readPolling(provisioning)).every(isUnused),
  },

  *judge({ provisioning }) {
    const polling = readPolling(provisioning);
    if (polling && seriesOf(polling).every(({ count }) => count === 0)) {
      yield { message: 'All three counts of the polling schedule are 0', at: polling.node };
    }
  },

  counterexamples: [
    {
      name: 'counts of zero',
      ...provisioning.set('//characteristic[@type="Poll"]/parm[starts-with(@name, "NumberOf")]/@value', '0'),
    },
  ],
});

function seriesOf(polling: Polling | undefined): Polling['first'][] {
  return polling ? [polling.first, polling.second, polling.remaining] : [];
}
