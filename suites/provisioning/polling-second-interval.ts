import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { isUnused, pollingPlace, readPolling } from './shared/polling.ts';

/** Each series has to poll less often than the one before it. */
export const pollingSecondInterval = defineCheck({
  id: 'provisioning/polling-second-interval',
  title: 'IntervalForSecondSetOfRetries is longer than IntervalForFirstSetOfRetries',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-23'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device polls more often in the second series, as the samples of Microsoft have it',
    evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 2.2.9.1: the samples have 3 minutes after 15' },
  },
  remedy: 'Let the device wait longer in the second series than in the first.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a readable polling schedule with a second series and is no MAM document',
    test: ({ provisioning }) => {
      const polling = readPolling(provisioning);
      return polling !== undefined && !isUnused(polling.second);
    },
  },

  *judge({ provisioning }) {
    const polling = readPolling(provisioning);
    if (polling && polling.second.interval <= polling.first.interval) {
      yield {
        message: `The second interval is ${polling.second.interval} minutes, the first ${polling.first.interval}`,
        at: pollingPlace(polling.node, 'IntervalForSecondSetOfRetries'),
        expected: `more than ${polling.first.interval}`,
        actual: `${polling.second.interval}`,
      };
    }
  },

  counterexamples: [
    {
      name: 'the interval of the published samples',
      ...provisioning.set('//parm[@name="IntervalForSecondSetOfRetries"]/@value', '3'),
    },
    { name: 'equal intervals', ...provisioning.set('//parm[@name="IntervalForSecondSetOfRetries"]/@value', '15') },
  ],
});
