import { defineCheck } from '../../harness/engine/rule/check.ts';
import { tlsOf } from '../../harness/engine/evidence/tls.ts';
import type { Certificate } from '../../harness/protocol/pki/read/certificate.ts';
import { readSentChain } from '../../harness/protocol/pki/read/server-certificate.ts';
import type { Exchange } from '../../harness/wire/exchange/exchange.ts';
import { distrusted } from './shared/distrust.ts';
import { byHost, contacts } from './shared/hosts.ts';

/**
 * RFC 5246 7.4.2 and RFC 8446 4.4.2 let a server leave out no certificate but that of the root. A device has only the roots. Whether it can
 * fetch the rest where a certificate says (AIA) is not up to the server, nor known from outside.
 */
export const tlsIntermediates = defineCheck({
  id: 'transport/tls-intermediates',
  title: 'The TLS handshake delivers every intermediate certificate',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device fetches the issuer elsewhere; one that cannot does not connect' },
  remedy:
    'Configure the server with its certificate followed by all intermediates. If the missing issuer is a root of yours, name it with --ca.',
  needs: { across: contacts, atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'this tool has seen the TLS of a host, and its certificate has no other problem',
    test: (attempts) =>
      attempts.some(({ exchange }) => tlsOf(exchange)?.authorized) ||
      distrusted(attempts).some(({ about }) => about === 'missing-issuer' || about === 'name'),
  },

  *judge(attempts) {
    for (const [host, seen] of byHost(attempts)) {
      const lacking = seen.find(({ exchange }) => unsentOf(exchange).length > 0);
      if (!lacking) continue;
      const names = unsentOf(lacking.exchange).map(({ subject }) => `"${subject.toString()}"`);
      yield {
        message: `The handshake of ${host} does not deliver ${names.join(' and ')}, which only the trust of this run held`,
        at: lacking.at('tls'),
      };
    }
    for (const { host, about, error, chain, at } of distrusted(attempts)) {
      if (about !== 'missing-issuer') continue;
      const count = `${chain.length} ${chain.length === 1 ? 'certificate' : 'certificates'}`;
      const issuer = chain.at(-1)?.issuer.toString() ?? '';
      // Here OpenSSL went on from the last one with an intermediate out of the trust of the run.
      const end =
        error === 'UNABLE_TO_GET_ISSUER_CERT'
          ? 'nothing leads from there to a root that is trusted'
          : `"${issuer}", who issued the last, is neither sent nor trusted`;
      yield { message: `The handshake of ${host} delivers ${count}; ${end}`, at };
    }
  },

  counterexamples: [
    { name: 'an intermediate that is not sent', tls: 'leaf-only' },
    { name: 'an intermediate that the policy and enrollment services do not send', tls: 'leaf-only', of: 'services' },
    { name: 'an intermediate that the management server does not send', tls: 'leaf-only', of: 'management' },
  ],
});

/**
 * The intermediates that validation took from another source; if validation failed, the error names what is missing.
 */
function unsentOf(exchange: Exchange): readonly Certificate[] {
  const tls = tlsOf(exchange);
  return tls?.authorized ? readSentChain(tls.unsent ?? []) : [];
}
