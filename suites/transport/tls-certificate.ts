import { defineCheck } from '../../harness/engine/check.ts';
import { tlsOf } from '../../harness/engine/tls.ts';

/** The device builds a chain to a root it trusts before it sends anything. */
export const tlsCertificate = defineCheck({
  id: 'transport/tls-certificate',
  title: 'The TLS certificate of every service validates: chain, dates and name',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-04', 'TRN-05'],
  since: '0.1.0',
  impact: { kind: 'breaks', hresult: '0x80180012', says: 'the device does not connect' },
  remedy:
    'Serve a certificate for this name, in its dates, with all intermediates, below a root that the device trusts.',
  needs: { each: ['probe', 'discover', 'get-policies', 'issue'], want: 'attempt' },
  applies: {
    when: 'the exchange was seen over TLS by this suite',
    test: ({ exchange }) => tlsOf(exchange) !== undefined,
  },

  *judge({ exchange, at }) {
    const tls = tlsOf(exchange);
    if (tls && !tls.authorized) {
      yield { message: `The certificate does not validate: ${tls.error ?? 'no reason given'}`, at: at('tls') };
    }
  },

  counterexamples: [
    { name: 'a self-signed certificate', tls: 'self-signed' },
    { name: 'an expired certificate', tls: 'expired' },
    { name: 'a certificate for another name', tls: 'wrong-name' },
    { name: 'an intermediate that is not sent', tls: 'leaf-only' },
  ],
});
