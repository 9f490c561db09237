import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { deviceImpact } from '../../harness/engine/rule/device-impact.ts';
import { tlsOf } from '../../harness/engine/evidence/tls.ts';
import type { BreakReason } from '../../harness/wire/exchange/exchange.ts';
import { hostOf } from './shared/hosts.ts';

/** Any answer is right, even a demand for a client certificate: the check only needs a host that speaks TLS. */
export const hostAnswer = defineCheck({
  id: 'transport/host-answer',
  title: 'Every host that a device is sent to can be reached over TLS',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-03'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device is sent to a host that it cannot connect to, and shows the code that the finding names',
  },
  remedy: 'Name only hosts that devices reach, over HTTPS, in Discover and in the provisioning document.',
  needs: { each: 'host', filter: 'attempt' },
  applies: { when: 'this tool has connected to the host', test: isSeen },

  *judge(evidence) {
    const { exchange, state, trouble, at } = evidence;
    if (state === 'success') return;
    const message = `${hostOf(exchange.request.url)} got ${trouble}`;
    yield { message, at: at('connection'), impact: deviceImpact(evidence) };
  },

  counterexamples: [
    { name: 'a management server that speaks no TLS', tls: 'no-tls', of: 'management' },
    { name: 'policy and enrollment services that speak no TLS', tls: 'no-tls', of: 'services' },
  ],
});

const breaks: readonly BreakReason[] = ['dns', 'refused', 'reset', 'closed', 'timeout', 'tls'];

function isSeen({ exchange }: Evidence): boolean {
  const { answer, label } = exchange;
  return (
    label !== undefined &&
    (tlsOf(exchange) !== undefined || (answer.kind === 'broken' && breaks.includes(answer.reason)))
  );
}
