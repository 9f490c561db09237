import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';
import type { Certificate } from '../../harness/protocol/pki/read/certificate.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { privateKeyPath } from '../policy/shared/paths.ts';
import { integerOf, valuesAt } from '../policy/shared/values.ts';

/** The key length of the policy (MS-XCEP section 3.1.4.1.3.20) is useless if the server certifies shorter keys. */
export const policyKeyLength = defineCheck({
  id: 'certificates/policy-key-length',
  title: 'The key of the issued certificate is as long as the policy asks, or longer',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['POL-38'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'whoever breaks a key that is shorter than the policy promises can pass for the device',
  },
  remedy: 'Refuse certificate requests for keys below minimalKeyLength, and certify no other key.',
  needs: { flow: ['get-policies', 'issue'] },
  applies: {
    when: 'the policy states a minimal key length and the certificate holds an RSA key',
    test: ({ 'get-policies': policies, issue }) =>
      shortestOf(policies.payload) !== undefined && rsaBits(issue.provisioning.client.certificate) !== undefined,
  },

  *judge({ 'get-policies': policies, issue }) {
    const { node, certificate } = issue.provisioning.client;
    const wanted = shortestOf(policies.payload) ?? 0;
    const bits = rsaBits(certificate) ?? 0;
    if (bits < wanted) {
      yield {
        message: `The key of the certificate has ${bits} bits`,
        at: node,
        expected: `at least ${wanted}`,
        actual: String(bits),
      };
    }
  },

  counterexamples: [{ name: 'a certificate for a key of 1024 bits', ...reissue({ shortKey: true }) }],
});

/** The smallest length of all policies, because the request does not say which policy the device follows. */
function shortestOf(response: XmlNode): number | undefined {
  const stated = valuesAt(response, `${privateKeyPath}/x:minimalKeyLength`).flatMap(
    (length) => integerOf(length) ?? [],
  );
  return stated.length === 0 ? undefined : Math.min(...stated.map(Number));
}

/** A length in bits does not apply to keys on curves. */
function rsaBits({ publicKey: { algorithm, bits } }: Certificate): number | undefined {
  return algorithm === 'rsa' ? bits : undefined;
}
