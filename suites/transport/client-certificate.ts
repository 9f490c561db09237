import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { isCertificateDemanded, tlsOf } from '../../harness/engine/evidence/tls.ts';
import { byHost } from './shared/hosts.ts';

/** A device has no certificate before it enrolls. The server may ask for one, but must accept that there is none. */
export const clientCertificate = defineCheck({
  id: 'transport/client-certificate',
  title: 'No host demands a TLS client certificate of a device that enrolls for the first time',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-08'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'what a device does that enrolls for the first time and has no certificate to show',
  },
  remedy: 'Ask for a client certificate at discovery, policy and enrollment at most, and go on without one.',
  needs: { across: ['probe', 'discover', 'get-policies', 'issue'], atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'this tool connected over TLS without a certificate, and the host answered or demanded one',
    test: (attempts) =>
      attempts.some((item) => demandOf(item) !== undefined || (isAnswered(item) && tlsOf(item.exchange) !== undefined)),
  },

  *judge(attempts) {
    for (const [host, seen] of byHost(attempts)) {
      const refused = seen.find((item) => demandOf(item) !== undefined);
      if (refused) {
        yield { message: `${host} demands a client certificate: ${demandOf(refused) ?? ''}`, at: refused.at('tls') };
      }
    }
  },

  counterexamples: [
    { name: 'a client certificate that TLS demands', tls: 'demands-client-certificate' },
    { name: 'one that TLS 1.2 demands', tls: 'demands-client-certificate-in-tls-1.2' },
    {
      name: 'one that the policy and enrollment services demand',
      tls: 'demands-client-certificate',
      of: 'services',
    },
    {
      name: 'one that HTTP demands',
      on: 'probe',
      answer: { as: 'text', text: '<center>No required SSL certificate was sent</center>', contentType: 'text/html' },
      and: [{ on: 'probe', status: 400 }],
    },
  ],
});

function isAnswered({ exchange: { request, answer } }: Evidence): boolean {
  return answer.kind === 'answered' && request.connection?.clientCertificate === undefined;
}

/** Texts of web servers that complete the handshake and then refuse each request. */
const refusal = /\b(?:required SSL certificate|client certificate)\b/i;

/** The words or the code with which a client certificate is demanded; undefined where it is not. */
function demandOf(item: Evidence): string | undefined {
  const { answer } = item.exchange;
  if (isCertificateDemanded(item.exchange)) return answer.kind === 'broken' ? answer.tlsBreak?.code : undefined;
  if (!isAnswered(item) || ![400, 403].includes(item.response.status)) return undefined;
  const text = new TextDecoder().decode(item.response.body);
  const found = refusal.exec(text);
  return found ? `HTTP ${item.response.status}, "${sentenceAround(text, found.index)}"` : undefined;
}

const mostAround = 200;

function sentenceAround(text: string, index: number): string {
  const [before = ''] = /[^\n<>.]*$/.exec(text.slice(Math.max(0, index - mostAround), index)) ?? [];
  const [after = ''] = /^[^\n<>.]*/.exec(text.slice(index, index + mostAround)) ?? [];
  return `${before}${after}`.trim();
}
