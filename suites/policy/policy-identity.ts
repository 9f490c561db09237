import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { isAttestationNonce } from './shared/attestation.ts';
import { firstDifference } from './shared/difference.ts';

/**
 * A device keeps its policies if the policyID has not changed (MS-XCEP 3.1.4.1.3.23). The nonce of azureAttestation is fresh by nature
 * (MS-MDE2 3.3.4.1.1.2), and does not count.
 */
export const policyIdentity = defineCheck({
  id: 'policy/policy-identity',
  title: 'The same policyID comes with the same response to the same request of the same user',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-42'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device compares the policyID; one that does misses what changed' },
  remedy: 'Change policyID whenever the policies change, or send it empty.',
  needs: { across: 'get-policies', atLeast: 2 },
  applies: {
    when: 'two answers to the same request of the same user have the same policyID, which is not empty',
    test: (answers) => pairsOf(answers).length > 0,
  },

  *judge(answers) {
    for (const [before, after] of pairsOf(answers)) {
      const difference = firstDifference(before.response, after.response, isAttestationNonce);
      if (difference) {
        yield {
          message: `${difference.name} is another than before under the same policyID "${before.id}"`,
          at: difference,
          expected: `as in exchange ${before.evidence.exchange.index}`,
        };
      }
    }
  },

  counterexamples: [{ name: 'answers that differ each time', ...behaves({ varies: 'get-policies' }) }],
});

interface Identified {
  readonly evidence: Evidence;
  readonly id: string;
  readonly user: string | undefined;
  readonly request: XmlNode;
  readonly response: XmlNode;
}

/** Each answer beside the first one that it must equal. */
function pairsOf(answers: readonly Evidence[]): (readonly [Identified, Identified])[] {
  const firsts: Identified[] = [];
  return answers.flatMap(identify).flatMap((after) => {
    const before = firsts.find((first) => isComparable(first, after));
    if (before) return [[before, after] as const];
    firsts.push(after);
    return [];
  });
}

function identify(evidence: Evidence): Identified[] {
  const response = evidence.payload.find('x:response');
  const id = response?.textAt('x:policyID')?.trim() ?? '';
  const request = requestOf(evidence);
  return response && request && id !== '' ? [{ evidence, id, user: userOf(evidence), request, response }] : [];
}

function isComparable(a: Identified, b: Identified): boolean {
  return a.id === b.id && a.user === b.user && firstDifference(a.request, b.request) === undefined;
}

function requestOf({ request }: Evidence): XmlNode | undefined {
  return request.find('/*/*[local-name()="Body"]/x:GetPolicies');
}

/** The user name or the token; only the server knows whether two tokens are from one user. */
function userOf({ request }: Evidence): string | undefined {
  const security = '/*/*[local-name()="Header"]/wsse:Security';
  return request.text(`${security}/wsse:UsernameToken/wsse:Username | ${security}/wsse:BinarySecurityToken`);
}
