import { defineCheck } from '../../harness/engine/rule/check.ts';
import { deviceImpact } from '../../harness/engine/rule/device-impact.ts';
import { chosenVersion, isVersionRefused } from '../../harness/engine/evidence/tls.ts';
import { hostOf } from './shared/hosts.ts';

/**
 * Windows 10 has no TLS 1.3 (Learn: Protocols in TLS/SSL), so TLS 1.2 is what all devices have. The profile that every run plays is a
 * Windows 10: to it, a host with TLS 1.3 alone has no version in common.
 */
export const commonTlsVersion = defineCheck({
  id: 'transport/common-tls-version',
  title: 'Every host accepts a device that offers TLS 1.2 and nothing later',
  level: 'MUST',
  basis: 'windows',
  requirements: ['TRN-31'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'Windows 10, which offers no TLS 1.3, does not connect',
    evidence: { by: 'specified', source: 'Learn: Protocols in TLS/SSL (Schannel SSP): Windows 10 has no TLS 1.3' },
  },
  remedy: 'Accept TLS 1.2 beside TLS 1.3.',
  needs: { each: 'host', where: { family: 'tls-1.2' } },
  applies: {
    when: 'this tool has seen the TLS of the host',
    test: ({ exchange }) => exchange.answer.kind === 'broken' || chosenVersion(exchange) !== undefined,
  },

  *judge(evidence) {
    const { exchange, at, trouble } = evidence;
    if (isVersionRefused(exchange)) {
      const message = `${hostOf(exchange.request.url)} refuses TLS 1.2: ${trouble}`;
      yield { message, at: at('tls'), impact: deviceImpact(evidence) };
    }
  },

  counterexamples: [
    { name: 'TLS 1.3 alone', tls: 'tls-1.3' },
    { name: 'a management server with TLS 1.3 alone', tls: 'tls-1.3', of: 'management' },
  ],
});
