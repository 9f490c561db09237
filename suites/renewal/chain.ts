import { defineCheck } from '../../harness/engine/check.ts';
import { behaves } from '../../harness/engine/departures.ts';
import { readCertificate } from '../../harness/pki/certificate.ts';
import { buildChain, issuedBy } from '../../harness/pki/chain-link.ts';
import { readPem } from '../../harness/pki/pem.ts';

/** A renewal brings no root, unless the device needs another: what the enrollment delivered has to do. */
export const renewedChain = defineCheck({
  id: 'renewal/chain',
  title: 'The renewed certificate chains to a root that the device has',
  level: 'MUST',
  basis: 'windows',
  requirements: ['REN-17'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the certificate is unusable: the device cannot build its chain' },
  remedy: 'Renew under the root that was delivered with the enrollment, or deliver the new one with the renewal.',
  needs: { flow: ['issue', 'renew'] },

  *judge({ issue, renew }) {
    const { node, certificate } = renew.provisioning.client;
    const delivered = [issue, renew].flatMap(({ provisioning }) => provisioning.certificates);
    const roots = [
      ...delivered.filter(({ store }) => store === 'Root').map((root) => root.certificate),
      ...renew.deviceTrust.flatMap((pem) => readPem(pem, 'CERTIFICATE')).map(readCertificate),
    ];
    const others = delivered.filter(({ store }) => store !== 'Root').map((other) => other.certificate);
    const chain = buildChain(certificate, [...roots, ...others.filter(({ sha1 }) => sha1 !== certificate.sha1)]);
    for (const [index, child] of chain.entries()) {
      const issuer = chain[index + 1];
      if (issuer && !issuedBy(child, issuer).signature) {
        const names = `"${child.subject.toString()}" is not by "${issuer.subject.toString()}"`;
        yield { message: `The signature of ${names}`, at: node };
      }
    }
    const last = chain.at(-1) ?? certificate;
    if (!roots.some(({ sha1 }) => sha1 === last.sha1)) {
      yield { message: `The chain ends at "${last.subject.toString()}", and no root of the device is there`, at: node };
    }
  },

  counterexamples: [
    { name: 'a signature by another key', ...behaves({ renewed: { otherSigner: true } }) },
    { name: 'an issuer that the device does not know', ...behaves({ renewed: { issuer: 'CN=Somebody else' } }) },
  ],
});
