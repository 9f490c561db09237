import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, set } from '../../harness/engine/rule/departures.ts';
import { caCertificateDefect } from './shared/ca-certificate.ts';
import { certificateAuthorityPath } from './shared/paths.ts';

const path = `${certificateAuthorityPath}/x:certificate`;

/** What the device may know its issuer by. */
export const caCertificate = defineCheck({
  id: 'policy/ca-certificate',
  title: 'The certificate of each cA is the DER of a CA certificate',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-19'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device misses the certificate of its issuer' },
  remedy: 'Send the certificate of the issuer, DER in base64, or nil cAs.',
  needs: { each: 'get-policies' },
  applies: { when: 'a cA has a certificate', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const certificate of payload.all(path)) {
      const defect = caCertificateDefect(certificate.text);
      if (defect !== undefined) yield { message: `The certificate of the cA ${defect}`, at: certificate };
    }
  },

  counterexamples: [
    { name: 'an empty certificate', ...set('get-policies', '//x:cA/x:certificate', '') },
    { name: 'a PEM file', ...set('get-policies', '//x:cA/x:certificate', '-----BEGIN CERTIFICATE-----') },
    { name: 'something else in base64', ...set('get-policies', '//x:cA/x:certificate', 'SGVsbG8=') },
    { name: 'a certificate of no CA', ...behaves({ intermediate: { ca: false } }) },
  ],
});
