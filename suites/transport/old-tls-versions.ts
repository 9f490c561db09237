import { defineCheck } from '../../harness/engine/rule/check.ts';
import { chosenVersion } from '../../harness/engine/evidence/tls.ts';
import { hostOf } from './shared/hosts.ts';

/**
 * Judged only if other connections to the same host succeed. This tool cannot offer SSL 3, because no current OpenSSL
 * has it.
 */
export const oldTlsVersions = defineCheck({
  id: 'transport/old-tls-versions',
  title: 'TLS 1.0 and TLS 1.1 are refused by every host',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['TRN-07'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever is in between can bring an old client down to a protocol that RFC 8996 withdraws',
  },
  remedy: 'Turn TLS 1.0 and TLS 1.1 off, and SSL 3 with them.',
  needs: { each: 'host', where: { deviation: 'tls-version' } },
  applies: {
    when: 'this tool has seen the TLS of the host',
    test: ({ exchange }) => exchange.answer.kind === 'broken' || chosenVersion(exchange) !== undefined,
  },

  *judge({ exchange, at }) {
    const version = chosenVersion(exchange);
    if (version !== undefined) {
      yield { message: `${hostOf(exchange.request.url)} accepts ${version}`, at: at('tls'), actual: version };
    }
  },

  counterexamples: [
    { name: 'TLS 1.0 and 1.1 beside TLS 1.2', tls: 'old-versions' },
    { name: 'policy and enrollment services that accept TLS 1.0', tls: 'old-versions', of: 'services' },
    { name: 'a management server that accepts TLS 1.0', tls: 'old-versions', of: 'management' },
  ],
});
