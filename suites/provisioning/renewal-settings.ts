import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { renewalSettings } from './shared/renewal-settings.ts';

/** Without renewal, the management of the device ends on the day when its certificate expires. */
export const renewalSettingsPresence = defineCheck({
  id: 'provisioning/renewal-settings',
  title: 'The document says how the certificate is renewed before it expires',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-22'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device enrolls, and its enrollment ends when its certificate expires',
    evidence: witnesses.windows10,
  },
  remedy: 'Implement certificate renewal and announce it under CertificateStore/My/WSTEP/Renew.',
  needs: { each: 'issue' },

  *judge({ provisioning: document }) {
    if (!renewalSettings(document)) {
      const until = document.client.certificate.notAfter.toISOString();
      yield {
        message: `The document has no WSTEP/Renew; the certificate expires on ${until}`,
        at: document.client.node,
      };
    }
  },

  counterexamples: [{ name: 'no renewal settings', ...provisioning.remove('//characteristic[@type="WSTEP"]') }],
});
