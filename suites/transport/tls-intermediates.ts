import { defineCheck } from '../../harness/engine/check.ts';
import { tlsOf } from '../../harness/engine/tls.ts';

const incomplete = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
];

/** A device has only the roots: what lies between has to come with the handshake. */
export const tlsIntermediates = defineCheck({
  id: 'transport/tls-intermediates',
  title: 'The TLS handshake delivers every intermediate certificate',
  level: 'MUST',
  basis: 'windows',
  requirements: ['TRN-06'],
  since: '0.1.0',
  impact: { kind: 'breaks', hresult: '0x80180012', says: 'the device cannot build the chain and does not connect' },
  remedy: 'Configure the server with its certificate followed by all intermediates.',
  needs: { each: ['probe', 'discover', 'get-policies', 'issue'], want: 'attempt' },
  applies: {
    when: 'the exchange was seen over TLS by this suite, and no other reason keeps its certificate from validating',
    test: ({ exchange }) => {
      const tls = tlsOf(exchange);
      return tls !== undefined && (tls.authorized || incomplete.includes(tls.error ?? ''));
    },
  },

  *judge({ exchange, at }) {
    const tls = tlsOf(exchange);
    if (tls?.authorized === false) {
      const count = tls.peerChain.length;
      yield {
        message: `The handshake delivers ${count} ${count === 1 ? 'certificate' : 'certificates'}, from which no chain to a trusted root can be built`,
        at: at('tls'),
      };
    }
  },

  counterexamples: [{ name: 'an intermediate that is not sent', tls: 'leaf-only' }],
});
