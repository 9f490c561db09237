import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

const sameNumberImpact: Impact = {
  kind: 'unknown',
  says: 'whether the two certificates are told apart where issuer and serial number name one, as in stores and revocation lists',
};

/** A device that gets its old certificate back loses access when it expires. */
export const newCertificate = defineCheck({
  id: 'renewal/new-certificate',
  title: 'A renewal brings another certificate than the one that it renews',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['REN-09'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'nothing is renewed, and the enrollment ends when the certificate expires',
    evidence: {
      by: 'specified',
      source: 'Learn: Certificate renewal 2024: the device enrolls again after its certificate has expired',
    },
  },
  remedy: 'Issue a new certificate, with a serial number of its own, for each renewal.',
  needs: { each: 'renew' },
  applies: {
    when: 'the message names the certificate that signed it',
    test: ({ facts }) => facts.renewal?.signed?.signer !== undefined,
  },

  *judge({ facts, provisioning }) {
    const old = facts.renewal?.signed?.signer;
    const { node, certificate } = provisioning.client;
    if (certificate.sha1 === old?.sha1) {
      yield { message: 'The certificate is the one that was to be renewed', at: node, actual: certificate.sha1 };
    } else if (certificate.serial === old?.serial && certificate.issuer.toString() === old.issuer.toString()) {
      const actual = String(certificate.serial);
      const message = 'The certificate has the serial number of the one that was to be renewed';
      yield { message, at: node, actual, impact: sameNumberImpact };
    }
  },

  counterexamples: [
    { name: 'the certificate that was to be renewed', ...behaves({ repeatsCertificate: true }) },
    {
      name: 'one serial number for all',
      ...behaves({ leaf: { serial: '4711' } }),
    },
  ],
});
