import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';
import type { SignatureAlgorithm } from '../../harness/protocol/pki/read/signature.ts';
import { policyHashes } from './shared/policy-hashes.ts';

/** Weakest first. */
const strengths = ['md2', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

/** The policy names the hash that request and certificate are to be signed with. */
export const policyHash = defineCheck({
  id: 'certificates/policy-hash',
  title: 'The issued certificate is signed with the hash of the policy, or a stronger one',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['X509-13'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device compares the certificate with the policy' },
  remedy: 'Sign certificates with the hash that hashAlgorithmOIDReference names.',
  needs: { flow: ['get-policies', 'issue'] },
  applies: {
    when: 'the policy names a hash that is known',
    test: ({ 'get-policies': policies }) => policyHashes(policies.payload).length > 0,
  },

  *judge({ 'get-policies': policies, issue }) {
    const wanted = policyHashes(policies.payload);
    const { node, certificate } = issue.provisioning.client;
    const actual = hashOf(certificate.signature);
    const weakest = Math.min(...wanted.map((hash) => strengths.indexOf(hash)));
    if (strengths.indexOf(actual) < weakest) {
      yield { message: `The certificate is signed with ${actual}`, at: node, expected: wanted.join(' or '), actual };
    }
  },

  counterexamples: [{ name: 'SHA-1 where the policy says SHA-256', ...reissue({ hash: 'sha1' }) }],
});

/** Ed25519 has SHA-512 inside, Ed448 a hash as strong (RFC 8032 section 5). */
function hashOf({ hash, name, oid }: SignatureAlgorithm): string {
  return hash ?? (name.startsWith('Ed') ? 'sha512' : oid);
}
