import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';
import { extensionRules } from '../../harness/protocol/pki/path/extension-rules.ts';

/**
 * A reader has to refuse a certificate with an unknown critical extension (RFC 5280 section 4.2). Windows knows the
 * extensions of its own authority.
 */
export const criticalExtensions = defineCheck({
  id: 'certificates/critical-extensions',
  title: 'The issued certificate has no critical extension that is unknown',
  level: 'MUST',
  basis: 'specification',
  requirements: ['X509-15'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the certificate is refused wherever its path is validated',
    evidence: { by: 'specified', source: 'RFC 5280, section 4.2: a reader refuses an unknown critical extension' },
  },
  remedy: 'Do not mark extensions as critical that are not those of RFC 5280.',
  needs: { each: ['issue', 'renew'] },

  *judge({ provisioning }) {
    const { node, certificate } = provisioning.client;
    for (const { rule, message } of extensionRules(certificate)) {
      if (rule === 'critical-extension') yield { message, at: node };
    }
  },

  counterexamples: [{ name: 'an unknown critical extension', ...reissue({ criticalUnknown: true }) }],
});
