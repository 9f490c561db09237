import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/** With such a certificate, the owner of one device could issue certificates for all others. */
export const deviceAuthority = defineCheck({
  id: 'certificates/device-authority',
  title: 'The issued certificate is no CA certificate',
  level: 'MUST',
  basis: 'security',
  requirements: ['X509-10'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'any enrolled device can issue certificates in the name of the server' },
  remedy: 'Issue device certificates without basicConstraints, or with cA false.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    const { node, certificate } = provisioning.client;
    if (certificate.ca === true) yield { message: 'basicConstraints of the device certificate is cA true', at: node };
  },

  counterexamples: [{ name: 'a device that is an authority', ...reissue({ ca: true }) }],
});
