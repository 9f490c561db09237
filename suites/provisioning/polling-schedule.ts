import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { isUnused, readPolling } from './shared/polling.ts';

/** A schedule with only zeros schedules nothing. */
export const pollingSchedule = defineCheck({
  id: 'provisioning/polling-schedule',
  title: 'The six parms of the polling schedule are not all zero',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-23'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device is left without a schedule' },
  remedy: 'Send a schedule in which at least the first series has a count and an interval.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a readable polling schedule and is no MAM document',
    test: ({ provisioning }) => readPolling(provisioning) !== undefined,
  },

  *judge({ provisioning }) {
    const polling = readPolling(provisioning);
    if (polling && [polling.first, polling.second, polling.remaining].every(isUnused)) {
      yield { message: 'All six parms of the polling schedule are 0', at: polling.node };
    }
  },

  counterexamples: [
    {
      name: 'zeros only',
      ...provisioning.set('//characteristic[@type="Poll"]/parm[@datatype="integer"]/@value', '0'),
    },
  ],
});
