import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning, reissue } from '../../harness/engine/rule/departures.ts';
import type { Provisioning } from '../../harness/engine/evidence/provisioning.ts';
import { isMadeDue } from '../../harness/engine/evidence/declared-state.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { integerOf, valuePlace } from './shared/parms.ts';
import { renewalSettings } from './shared/renewal-settings.ts';

/** In days (CertificateStore CSP). */
const defaultPeriod = 42;
const dayMs = 86_400_000;

/**
 * The device renews in the last days of a certificate; with a window as long as the certificate, it would always renew.
 */
export const renewalWindow = defineCheck({
  id: 'provisioning/renewal-window',
  title: 'RenewPeriod is shorter than what is left of the certificate',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-22'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device begins to renew as soon as it is enrolled',
    evidence: { by: 'reported', source: 'fleetdm/fleet issues 52601 and 21344: devices renew at once' },
  },
  remedy: 'Issue certificates that live well beyond RenewPeriod; 40 to 60 days are recommended for it.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a renewal period, and the certificate is neither expired nor meant to be due at once',
    test: (evidence) =>
      renewalPeriod(evidence.provisioning) !== undefined &&
      evidence.provisioning.client.certificate.notAfter > evidence.now &&
      !isMadeDue(evidence),
  },

  *judge({ provisioning, now }) {
    const period = renewalPeriod(provisioning);
    const left = (provisioning.client.certificate.notAfter.getTime() - now.getTime()) / dayMs;
    if (period && period.days >= left) {
      yield {
        message: `RenewPeriod is ${period.days} days, the certificate expires in ${Math.floor(left)}`,
        at: period.at,
        expected: `less than ${Math.floor(left)}`,
        actual: `${period.days}`,
      };
    }
  },

  counterexamples: [
    { name: 'a period of two lifetimes', ...provisioning.set('//parm[@name="RenewPeriod"]/@value', '730') },
    { name: 'a certificate for a month', ...reissue({ notAfterDays: 30 }) },
  ],
});

/** The period that the device uses, and where it stands; `undefined` where there are no settings or it is no number. */
function renewalPeriod(provisioning: Provisioning): { readonly days: number; readonly at: XmlNode } | undefined {
  const settings = renewalSettings(provisioning);
  if (!settings) return undefined;
  const parm = settings.find('parm[@name="RenewPeriod"]');
  if (!parm) return { days: defaultPeriod, at: settings };
  const days = integerOf(parm);
  return days === undefined ? undefined : { days, at: valuePlace(parm) };
}
