import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/**
 * Extensions need version 3. Strict readers refuse such a certificate, and the TLS stack of the server may be strict.
 */
export const version = defineCheck({
  id: 'certificates/version',
  title: 'A certificate with extensions is one of version 3',
  level: 'MUST',
  basis: 'specification',
  requirements: ['X509-16'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a strict reader refuses the certificate or a lenient one passes over its extensions',
  },
  remedy: 'Set the version of the certificate to 3 (the integer 2).',
  needs: { each: ['issue', 'renew'] },

  *judge({ provisioning }) {
    for (const { node, certificate } of provisioning.certificates) {
      if (certificate.version < 3 && certificate.extensions.length > 0) {
        yield {
          message: `A version ${certificate.version} certificate has ${certificate.extensions.length} extensions`,
          at: node,
          expected: '3',
          actual: String(certificate.version),
        };
      }
    }
  },

  counterexamples: [{ name: 'version 1 with extensions', ...reissue({ version: 1 }) }],
});
