import { defineCheck } from '../../harness/engine/check.ts';
import { reissue } from '../../harness/engine/departures.ts';

/** The extensions that RFC 5280 section 4.2.1 defines. */
const knownExtensions = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.18',
  '2.5.29.19',
  '2.5.29.30',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.33',
  '2.5.29.35',
  '2.5.29.36',
  '2.5.29.37',
  '2.5.29.54',
]);

/** What is critical and unknown makes every reader refuse the certificate (RFC 5280 section 4.2). */
export const criticalExtensions = defineCheck({
  id: 'certificates/critical-extensions',
  title: 'The issued certificate has no critical extension that is unknown',
  level: 'MUST',
  basis: 'windows',
  requirements: ['X509-05'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the certificate is unusable: its chain does not validate' },
  remedy: 'Do not mark extensions as critical that are not those of RFC 5280.',
  needs: { each: ['issue', 'renew'] },

  *judge({ provisioning }) {
    const { node, certificate } = provisioning.client;
    for (const { oid, critical } of certificate.extensions) {
      if (critical && !knownExtensions.has(oid)) {
        yield { message: `Extension ${oid} is critical`, at: node, actual: oid };
      }
    }
  },

  counterexamples: [{ name: 'an unknown critical extension', ...reissue({ criticalUnknown: true }) }],
});
