import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, provisioning, reissue } from '../../harness/engine/rule/departures.ts';
import { chainStops } from './shared/chain-stops.ts';

/**
 * Everybody who gets the certificate validates its path: the device that selects it, and the TLS of the management
 * server. This check fails only on errors for which all of them refuse it. Other departures from RFC 5280 are for the
 * checks in `certificates` (docs/decisions/0007). A root in RootCATrustedCertificates is delivered too (MS-MDE2 2.2.9.4). Where the
 * document delivers no root, only `--device-trust` can say whether the device has it.
 */
export const chain = defineCheck({
  id: 'provisioning/chain',
  title: 'The client certificate chains to a root that is delivered or already trusted',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-28', 'X509-06', 'X509-15'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the certificate is refused wherever its path is validated',
    evidence: { by: 'specified', source: 'RFC 5280, section 6.1' },
  },
  remedy:
    'Deliver the intermediate and the root that issued the certificate, under CA/System and Root/System, each valid now and allowed to issue client certificates.',
  needs: { each: 'issue' },

  *judge(evidence) {
    const { client, certificates: own, trusted } = evidence.provisioning;
    const certificates = [...own, ...trusted];
    for (const { message, certificate } of chainStops(evidence, certificates)) {
      const concerned = certificates.find((candidate) => candidate.certificate.sha1 === certificate.sha1);
      yield { message, at: (concerned ?? client).node };
    }
  },

  counterexamples: [
    { name: 'an intermediate that is not delivered', ...provisioning.remove('//characteristic[@type="CA"]') },
    { name: 'a signature by another key', ...reissue({ otherSigner: true }) },
    { name: 'an intermediate with another name', ...behaves({ intermediate: { subject: 'CN=Somebody else' } }) },
    { name: 'a root that has expired', ...behaves({ root: { notBeforeDays: -800, notAfterDays: -12 } }) },
    { name: 'an intermediate of next week', ...behaves({ intermediate: { notBeforeDays: 7 } }) },
    { name: 'an intermediate without the CA bit', ...behaves({ intermediate: { ca: false } }) },
    {
      name: 'an intermediate that may not sign certificates',
      ...behaves({ intermediate: { keyUsages: ['digitalSignature'] } }),
    },
    { name: 'a root that allows no intermediate', ...behaves({ root: { pathLength: 0 } }) },
    {
      name: 'an intermediate for server certificates',
      ...behaves({ intermediate: { extendedKeyUsages: ['1.3.6.1.5.5.7.3.1'] } }),
    },
    { name: 'a root that permits other names', ...behaves({ root: { permits: 'O=Elsewhere' } }) },
    {
      name: 'an intermediate with an unknown critical extension',
      ...behaves({ intermediate: { criticalUnknown: true } }),
    },
  ],
});
