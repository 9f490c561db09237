import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/** Mistakes with the credential, which both services look at. */
const mistakes = [
  'wrong-password',
  'unknown-user',
  'credential-type',
  'security-missing',
  'security-duplicate',
  'security-undecodable',
  'timestamp-expired',
  'token-changed',
  'token-signature',
  'token-expired',
  'token-audience',
];

/** Otherwise, the message for the user would depend on which service saw the mistake first. */
export const subcodeAgreement = defineCheck({
  id: 'faults/subcode-agreement',
  title: 'The same mistake with the credential yields the same subcode in GetPolicies and RequestSecurityToken',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-19'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which of two reasons for one mistake the user gets to see' },
  remedy: 'Let both services authenticate, and refuse, in the same way.',
  needs: { across: ['get-policies', 'issue'], where: { deviation: mistakes }, atLeast: 1 },
  applies: {
    when: 'both services refuse the same mistake with a fault',
    test: (refusals) => pairsOf(refusals).length > 0,
  },

  *judge(refusals) {
    for (const [policies, issue] of pairsOf(refusals)) {
      const [expected, actual] = [policies.fault.subcode, issue.fault.subcode];
      if (expected === actual) continue;
      yield {
        message: `${refusalOf(policies)}, ${refusalOf(issue)}`,
        at: issue.fault.subcodeNode ?? issue.fault.node,
        ...(expected === undefined ? {} : { expected }),
        ...(actual === undefined ? {} : { actual }),
      };
    }
  },

  counterexamples: [
    {
      name: 'an enrollment that sees another reason in a missing credential',
      deviation: 'security-missing',
      ...answer('issue fault', { as: 'fault', subcode: 'Authentication' }),
    },
    {
      name: 'an enrollment that refuses otherwise',
      ...answer('issue fault', { as: 'fault', subcode: 'Authorization' }),
    },
  ],
});

/** Each refusal of RequestSecurityToken with the first refusal of GetPolicies for the same mistake. */
function pairsOf(refusals: readonly Evidence[]): (readonly [policies: Evidence, issue: Evidence])[] {
  const faults = refusals.filter(({ state }) => state === 'fault');
  return faults.flatMap((issue) => {
    const policies = faults.find((item) => item.kind === 'get-policies' && mistakeOf(item) === mistakeOf(issue));
    return issue.kind === 'issue' && policies ? [[policies, issue] as const] : [];
  });
}

/** A scenario may make a mistake in several ways; a third-party recording does not say in which. */
function mistakeOf({ facts, exchange }: Evidence): string {
  return [...facts.deviations.toSorted(), exchange.label?.variant ?? ''].join();
}

function refusalOf({ kind, fault }: Evidence): string {
  const request = kind === 'issue' ? 'RequestSecurityToken' : 'GetPolicies';
  return `${request} is refused with ${fault.subcode === undefined ? 'no subcode' : `subcode ${fault.subcode}`}`;
}
