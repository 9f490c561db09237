import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { valueOf, valuePlace } from './shared/parms.ts';
import { isRenewalNumber, renewalSettings } from './shared/renewal-settings.ts';

/** Days, in the range that the device takes. */
export const renewalNumbers = defineCheck({
  id: 'provisioning/renewal-numbers',
  title: 'RenewPeriod and RetryInterval are integers from 1 to 1000',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-21'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device falls back to its defaults of 42 and 7 days, or refuses the settings',
  },
  remedy: 'Send both as a number of days between 1 and 1000, or leave them out.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a RenewPeriod or a RetryInterval',
    test: ({ provisioning }) => numbers(renewalSettings(provisioning)).length > 0,
  },

  *judge({ provisioning }) {
    for (const parm of numbers(renewalSettings(provisioning))) {
      if (isRenewalNumber(parm)) continue;
      yield {
        message: `${parm.attribute('name') ?? ''} is "${valueOf(parm)}"`,
        at: valuePlace(parm),
        expected: 'an integer from 1 to 1000',
        actual: valueOf(parm),
      };
    }
  },

  counterexamples: [
    { name: 'no day at all', ...provisioning.set('//parm[@name="RenewPeriod"]/@value', '0') },
    { name: 'more than the limit', ...provisioning.set('//parm[@name="RetryInterval"]/@value', '1001') },
    { name: 'a word', ...provisioning.set('//parm[@name="RetryInterval"]/@value', 'weekly') },
  ],
});

function numbers(settings: XmlNode | undefined): XmlNode[] {
  return settings?.all('parm[@name="RenewPeriod" or @name="RetryInterval"]') ?? [];
}
