import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { isInfinite, readPolling } from './shared/polling.ts';

/** A series after an endless one never begins. */
export const pollingEndlessSeries = defineCheck({
  id: 'provisioning/polling-endless-series',
  title: 'At most one series of the polling schedule goes on without end',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-23'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the remaining series ever begins' },
  remedy: 'Give each series but the last a count above zero.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a readable polling schedule whose first series ends, and is no MAM document',
    test: ({ provisioning }) => (readPolling(provisioning)?.first.count ?? 0) > 0,
  },

  *judge({ provisioning }) {
    const polling = readPolling(provisioning);
    if (polling && isInfinite(polling.second) && isInfinite(polling.remaining)) {
      yield { message: 'The second and the remaining series both have the count 0 and an interval', at: polling.node };
    }
  },

  counterexamples: [
    { name: 'a second series without end', ...provisioning.set('//parm[@name="NumberOfSecondRetries"]/@value', '0') },
  ],
});
