import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { renewalSettings } from './shared/renewal-settings.ts';

/** One sentence of MS-MDE2 calls it RenewalPeriod; its samples and the CSP, which the device follows, do not. */
export const renewalPeriodName = defineCheck({
  id: 'provisioning/renewal-period-name',
  title: 'The renewal period is called RenewPeriod',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-21'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device knows the name, or renews by its default of 42 days' },
  remedy: 'Write RenewPeriod.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has renewal settings',
    test: ({ provisioning }) => renewalSettings(provisioning) !== undefined,
  },

  *judge({ provisioning }) {
    for (const parm of renewalSettings(provisioning)?.all('parm[@name="RenewalPeriod"]') ?? []) {
      yield {
        message: 'The period is called RenewalPeriod',
        at: parm,
        expected: 'RenewPeriod',
        actual: 'RenewalPeriod',
      };
    }
  },

  counterexamples: [
    { name: 'the name of the prose', ...provisioning.set('//parm[@name="RenewPeriod"]/@name', 'RenewalPeriod') },
  ],
});
