import { defineCheck } from '../../harness/engine/rule/check.ts';
import { tlsOf } from '../../harness/engine/evidence/tls.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/** A server may ask for the certificate or not, but it must not end a connection that shows it. */
export const clientCertificateAccepted = defineCheck({
  id: 'renewal/client-certificate',
  title: 'The enrollment service accepts a connection that shows the certificate of a device',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TRN-09'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'no device can renew by itself, and the enrollment of each ends when its certificate expires',
    evidence: { by: 'specified', source: 'Learn: Certificate renewal 2024: the device shows its certificate in TLS' },
  },
  remedy:
    'Let the TLS layer in front of the enrollment service ask for client certificates, and trust those of the server.',
  needs: { across: 'renew', atLeast: 1, filter: 'attempt' },
  applies: { when: 'a renewal went over TLS', test: (attempts) => attempts.some(isOverTls) },

  *judge(attempts) {
    const shown = attempts.filter(isOverTls);
    const [first] = shown;
    if (first && shown.every(isEnded)) {
      yield { message: `No connection that shows the certificate is answered: ${first.trouble}`, at: first.at('tls') };
    }
  },

  counterexamples: [{ name: 'connections that end where a certificate is shown', tls: 'rejects-client-certificate' }],
});

function isOverTls({ exchange }: Evidence): boolean {
  if (exchange.request.connection?.clientCertificate === undefined) return false;
  return tlsOf(exchange) !== undefined || (exchange.answer.kind === 'broken' && exchange.answer.reason === 'tls');
}

/** Without a byte of an answer, by whichever side of the handshake. */
function isEnded({ exchange: { answer } }: Evidence): boolean {
  return (
    answer.kind === 'broken' && answer.response === undefined && ['tls', 'reset', 'closed'].includes(answer.reason)
  );
}
