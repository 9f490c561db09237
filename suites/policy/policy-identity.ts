import { defineCheck } from '../../harness/engine/check.ts';
import { behaves } from '../../harness/engine/departures.ts';
import type { Evidence } from '../../harness/engine/evidence.ts';
import type { XmlNode } from '../../harness/xml/tree.ts';
import { firstDifference } from './shared/difference.ts';

/** A device that finds the policyID it has keeps what it has. */
export const policyIdentity = defineCheck({
  id: 'policy/policy-identity',
  title: 'The same policyID comes with the same response to the same request of the same user',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-42'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'a device that compares the policyID misses what changed' },
  remedy: 'Change policyID whenever the policies change, or send it empty.',
  needs: { across: 'get-policies', atLeast: 2 },
  applies: {
    when: 'two answers to the same request of the same user have the same policyID, which is not empty',
    test: (answers) => pairsOf(answers).length > 0,
  },

  *judge(answers) {
    for (const [before, after] of pairsOf(answers)) {
      const difference = firstDifference(before.response, after.response);
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
  readonly response: XmlNode;
}

/** Each answer beside the first one that it must equal. */
function pairsOf(answers: readonly Evidence[]): (readonly [Identified, Identified])[] {
  const identified = answers.flatMap(identify);
  return identified.flatMap((after, index) => {
    const before = identified.slice(0, index).find((candidate) => isComparable(candidate, after));
    return before ? [[before, after] as const] : [];
  });
}

function identify(evidence: Evidence): Identified[] {
  const response = evidence.payload.find('x:response');
  const id = response?.textAt('x:policyID')?.trim() ?? '';
  return response && id !== '' ? [{ evidence, id, response }] : [];
}

function isComparable(a: Identified, b: Identified): boolean {
  const [asked, askedAgain] = [requestOf(a.evidence), requestOf(b.evidence)];
  if (a.id !== b.id || !asked || !askedAgain) return false;
  return userOf(a.evidence) === userOf(b.evidence) && firstDifference(asked, askedAgain) === undefined;
}

function requestOf({ request }: Evidence): XmlNode | undefined {
  return request.find('/*/*[local-name()="Body"]/x:GetPolicies');
}

/** The user name, or the token: whether two tokens are of one user, only the server knows. */
function userOf({ request }: Evidence): string | undefined {
  return request.text('//wsse:Security/wsse:UsernameToken/wsse:Username | //wsse:Security/wsse:BinarySecurityToken');
}
