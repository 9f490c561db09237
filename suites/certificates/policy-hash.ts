import { defineCheck } from '../../harness/engine/check.ts';
import { reissue } from '../../harness/engine/departures.ts';
import { policyHashes } from './shared/policy-hashes.ts';

/** Weakest first. */
const strengths = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'];

/** The policy names the hash that request and certificate are to be signed with. */
export const policyHash = defineCheck({
  id: 'certificates/policy-hash',
  title: 'The issued certificate is signed with the hash of the policy, or a stronger one',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['X509-13'],
  since: '0.1.0',
  impact: { kind: 'tolerated', says: 'the device does not compare' },
  remedy: 'Sign certificates with the hash that hashAlgorithmOIDReference names.',
  needs: { flow: ['get-policies', 'issue'] },
  applies: {
    when: 'the policy names a hash that is known',
    test: ({ 'get-policies': policies }) => policyHashes(policies.payload).length > 0,
  },

  *judge({ 'get-policies': policies, issue }) {
    const wanted = policyHashes(policies.payload);
    const { node, certificate } = issue.provisioning.client;
    const actual = certificate.signature.hash ?? certificate.signature.oid;
    const weakest = Math.min(...wanted.map((hash) => strengths.indexOf(hash)));
    if (strengths.indexOf(actual) < weakest) {
      yield { message: `The certificate is signed with ${actual}`, at: node, expected: wanted.join(' or '), actual };
    }
  },

  counterexamples: [{ name: 'SHA-1 where the policy says SHA-256', ...reissue({ hash: 'sha1' }) }],
});
