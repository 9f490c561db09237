import { headerCode } from '../../harness/protocol/syncml/header-code.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';

/** Who has no certificate learns nothing, not even which devices there are. */
export const managementDeviceEnumeration = defineCheck({
  id: 'management/device-enumeration',
  title: 'Without a certificate, a known and an unknown DeviceID get answers of the same kind',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['SYN-30'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'anybody can find out which devices the server manages' },
  remedy: 'Answer whoever shows no certificate in one way.',
  needs: { across: 'manage', atLeast: 2, where: { deviation: 'manage-no-certificate' } },

  *judge(exchanges) {
    const [known, unknown] = ['no certificate', 'no certificate, and an unknown DeviceID'].map((variant) =>
      exchanges.find(({ exchange }) => exchange.label?.variant === variant),
    );
    if (!known || !unknown) return;
    const [one, other] = [kindOf(known), kindOf(unknown)];
    if (one === other) return;
    yield { message: `An unknown DeviceID gets ${other}`, at: unknown.at('status'), expected: one, actual: other };
  },

  counterexamples: [
    { name: 'another status', on: 'manage fault', asked: '<LocURI>00000000000000000000000000000000', status: 404 },
  ],
});

function kindOf(evidence: Evidence): string {
  if (evidence.state === 'page') return `Status ${headerCode(evidence.managed) ?? ''}`;
  const status = evidence.exchange.answer.response?.status;
  return status === undefined ? 'no answer' : `HTTP ${status}`;
}
