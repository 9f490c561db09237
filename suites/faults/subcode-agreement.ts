import { defineCheck } from '../../harness/engine/check.ts';
import { answer } from '../../harness/engine/departures.ts';
import type { Evidence } from '../../harness/engine/evidence.ts';

/** Otherwise it depends on the device's way to the mistake what the user is told about it. */
export const subcodeAgreement = defineCheck({
  id: 'faults/subcode-agreement',
  title: 'The same wrong password yields the same subcode in GetPolicies and RequestSecurityToken',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-19'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'one mistake of the user shows as two different errors' },
  remedy: 'Let both services authenticate, and refuse, in the same way.',
  needs: { across: ['get-policies', 'issue'], where: { deviation: 'wrong-password' }, atLeast: 1 },
  applies: {
    when: 'both services refuse the wrong password with a fault',
    test: (refusals) => new Set(faultsOf(refusals).map(({ kind }) => kind)).size === 2,
  },

  *judge(refusals) {
    const [first, ...others] = faultsOf(refusals);
    for (const item of others) {
      const { fault } = item;
      if (!first || fault.subcode === first.fault.subcode) continue;
      yield {
        message: `${refusalOf(first)}, ${refusalOf(item)}`,
        at: fault.subcodeNode ?? fault.node,
        ...(first.fault.subcode === undefined ? {} : { expected: first.fault.subcode }),
        ...(fault.subcode === undefined ? {} : { actual: fault.subcode }),
      };
    }
  },

  counterexamples: [
    {
      name: 'an enrollment that refuses otherwise',
      ...answer('issue fault', { as: 'fault', subcode: 'Authorization' }),
    },
  ],
});

function faultsOf(refusals: readonly Evidence[]): readonly Evidence[] {
  return refusals.filter(({ state }) => state === 'fault');
}

function refusalOf({ kind, fault }: Evidence): string {
  const request = kind === 'issue' ? 'RequestSecurityToken' : 'GetPolicies';
  return `${request} is refused with ${fault.subcode === undefined ? 'no subcode' : `subcode ${fault.subcode}`}`;
}
