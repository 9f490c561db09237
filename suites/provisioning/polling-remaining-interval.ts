import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { isUnused, pollingPlace, readPolling } from './shared/polling.ts';

/** In minutes: a day. */
const shortest = 1440;

/** The device polls in this interval for the rest of its life, so it must not be too short. */
export const pollingRemainingInterval = defineCheck({
  id: 'provisioning/polling-remaining-interval',
  title: 'IntervalForRemainingScheduledRetries is at least 1440 minutes',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-23'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device polls more than once a day, as the MAM sample of Microsoft has it',
    evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 2.2.9.1: the MAM sample has 480 minutes' },
  },
  remedy: 'Send an IntervalForRemainingScheduledRetries of 1440 or more.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a readable polling schedule with a remaining series and is no MAM document',
    test: ({ provisioning }) => {
      const polling = readPolling(provisioning);
      return polling !== undefined && !isUnused(polling.remaining);
    },
  },

  *judge({ provisioning }) {
    const polling = readPolling(provisioning);
    if (polling && polling.remaining.interval < shortest) {
      yield {
        message: `IntervalForRemainingScheduledRetries is ${polling.remaining.interval} minutes`,
        at: pollingPlace(polling.node, 'IntervalForRemainingScheduledRetries'),
        expected: `at least ${shortest}`,
        actual: `${polling.remaining.interval}`,
      };
    }
  },

  counterexamples: [
    {
      name: 'a schedule of eight hours',
      ...provisioning.set('//parm[@name="IntervalForRemainingScheduledRetries"]/@value', '480'),
    },
    {
      name: 'a minute less than a day',
      ...provisioning.set('//parm[@name="IntervalForRemainingScheduledRetries"]/@value', '1439'),
    },
  ],
});
