import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { addressImpact } from './shared/address-impact.ts';
import { isHttps } from './shared/is-https.ts';
import { valueOf, valuePlace } from './shared/parms.ts';
import { renewalSettings } from './shared/renewal-settings.ts';

/**
 * Where the device sends its renewal, in the place of the address of discovery (CertificateStore CSP). The device proves itself there
 * by its certificate, which takes TLS, and trusts the answer.
 */
export const renewalUrl = defineCheck({
  id: 'provisioning/renewal-url',
  title: 'ServerURL of the renewal settings is an absolute https URL',
  level: 'MUST',
  basis: 'security',
  requirements: ['PROV-42'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever stands between device and server can answer the renewal' },
  remedy: 'Put the complete https URL of the enrollment service into ServerURL, or leave it out.',
  needs: { each: 'issue' },
  applies: {
    when: 'the renewal settings have a ServerURL',
    test: ({ provisioning: document }) => addressesIn(renewalSettings(document)).length > 0,
  },

  *judge({ provisioning: document }) {
    for (const parm of addressesIn(renewalSettings(document))) {
      const actual = valueOf(parm);
      if (!isHttps(actual)) {
        const message = `ServerURL is "${actual}"`;
        yield { message, at: valuePlace(parm), expected: 'https://…', actual, ...addressImpact(actual) };
      }
    }
  },

  counterexamples: [
    {
      name: 'plain http',
      ...provisioning.append(
        '//characteristic[@type="Renew"]',
        '<parm name="ServerURL" value="http://enroll.contoso.example/renew" datatype="string"/>',
      ),
    },
    {
      name: 'a path alone',
      ...provisioning.append(
        '//characteristic[@type="Renew"]',
        '<parm name="ServerURL" value="/EnrollmentServer/Enrollment.svc" datatype="string"/>',
      ),
    },
  ],
});

function addressesIn(settings: XmlNode | undefined): XmlNode[] {
  return settings?.all('parm[@name="ServerURL"]').filter((parm) => valueOf(parm).trim() !== '') ?? [];
}
