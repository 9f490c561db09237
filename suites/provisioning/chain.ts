import { defineCheck } from '../../harness/engine/check.ts';
import { behaves, provisioning, reissue } from '../../harness/engine/departures.ts';
import { readCertificate } from '../../harness/pki/certificate.ts';
import { buildChain, isSelfSigned, issuedBy } from '../../harness/pki/chain-link.ts';
import { readPem } from '../../harness/pki/pem.ts';

/** A certificate without a chain to a trusted root convinces nobody. */
export const chain = defineCheck({
  id: 'provisioning/chain',
  title: 'The client certificate chains to a root that is delivered or already trusted',
  level: 'MUST',
  basis: 'windows',
  requirements: ['PROV-28', 'X509-06'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the certificate is unusable: nobody can build its chain' },
  remedy: 'Deliver the intermediate and the root that issued the certificate, under CA/System and Root/System.',
  needs: { each: 'issue' },

  *judge({ provisioning: document, deviceTrust }) {
    const { node, certificate } = document.client;
    const roots = [
      ...document.certificates.filter(({ store }) => store === 'Root').map((root) => root.certificate),
      ...deviceTrust.flatMap((pem) => readPem(pem, 'CERTIFICATE')).map(readCertificate),
    ];
    const intermediates = document.certificates
      .filter(({ store }) => store !== 'Root')
      .map((other) => other.certificate);
    const chain = buildChain(certificate, [...roots, ...intermediates.filter(({ sha1 }) => sha1 !== certificate.sha1)]);
    for (const [index, child] of chain.entries()) {
      const issuer = chain[index + 1];
      if (issuer && !issuedBy(child, issuer).signature) {
        yield {
          message: `The signature of "${child.subject.toString()}" is not by "${issuer.subject.toString()}"`,
          at: node,
        };
      }
    }
    const last = chain.at(-1) ?? certificate;
    if (!roots.some(({ sha1 }) => sha1 === last.sha1)) {
      const why = isSelfSigned(last)
        ? 'which is neither delivered under Root nor trusted before'
        : 'whose issuer is missing';
      yield { message: `The chain ends at "${last.subject.toString()}", ${why}`, at: node };
    }
  },

  counterexamples: [
    { name: 'an intermediate that is not delivered', ...provisioning.remove('//characteristic[@type="CA"]') },
    { name: 'a root that is not delivered', ...provisioning.remove('//characteristic[@type="Root"]') },
    { name: 'a signature by another key', ...reissue({ otherSigner: true }) },
    { name: 'an intermediate with another name', ...behaves({ intermediate: { subject: 'CN=Somebody else' } }) },
  ],
});
