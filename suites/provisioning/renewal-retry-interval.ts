import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { valuePlace } from './shared/parms.ts';
import { renewalDays, renewalSettings } from './shared/renewal-settings.ts';

/** A retry after the end of the certificate is useless. */
export const renewalRetryInterval = defineCheck({
  id: 'provisioning/renewal-retry-interval',
  title: 'RetryInterval is not longer than RenewPeriod',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-21'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a renewal that fails once is tried again before the certificate expires' },
  remedy: 'Let the device retry at least once within the renewal period.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a RenewPeriod and a RetryInterval that the device takes',
    test: ({ provisioning }) => {
      const settings = renewalSettings(provisioning);
      return renewalDays(settings, 'RenewPeriod') !== undefined && renewalDays(settings, 'RetryInterval') !== undefined;
    },
  },

  *judge({ provisioning }) {
    const settings = renewalSettings(provisioning);
    const period = renewalDays(settings, 'RenewPeriod');
    const retry = renewalDays(settings, 'RetryInterval');
    if (period && retry && retry.days > period.days) {
      yield {
        message: `RetryInterval is ${retry.days} days, RenewPeriod ${period.days}`,
        at: valuePlace(retry.parm),
        expected: `at most ${period.days}`,
        actual: `${retry.days}`,
      };
    }
  },

  counterexamples: [
    { name: 'a retry after the period', ...provisioning.set('//parm[@name="RetryInterval"]/@value', '60') },
    { name: 'a period shorter than the retry', ...provisioning.set('//parm[@name="RenewPeriod"]/@value', '3') },
  ],
});
