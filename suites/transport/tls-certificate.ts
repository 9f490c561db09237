import { defineCheck } from '../../harness/engine/check.ts';
import { distrusted, isChainJudged } from './shared/distrust.ts';
import { contacts } from './shared/hosts.ts';

/** The device builds a chain to a root it trusts before it sends anything. */
export const tlsCertificate = defineCheck({
  id: 'transport/tls-certificate',
  title: 'The TLS certificate of every host chains to a root that the device trusts',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-04', 'TRN-05'],
  since: '0.1.0',
  impact: { kind: 'breaks', hresult: '0x80180012', says: 'the device does not connect' },
  remedy: 'Serve a certificate for TLS servers, with all intermediates, below a root that the device trusts.',
  needs: { across: contacts, atLeast: 1, want: 'attempt' },
  applies: {
    when: 'a host was seen over TLS by this suite, and no date kept its chain from being judged',
    test: isChainJudged,
  },

  *judge(attempts) {
    for (const { host, error, about, at } of distrusted(attempts)) {
      if (about === 'dates' || about === 'name') continue;
      yield { message: `The certificate of ${host} does not validate: ${error}`, at };
    }
  },

  counterexamples: [
    { name: 'a self-signed certificate', tls: 'self-signed' },
    { name: 'a root that the device does not trust', tls: 'other-root' },
    { name: 'a certificate for clients', tls: 'wrong-purpose' },
    { name: 'an intermediate that is not sent', tls: 'leaf-only' },
    { name: 'a self-signed certificate of the policy and enrollment services', tls: 'self-signed', of: 'services' },
    { name: 'a self-signed certificate of the management server', tls: 'self-signed', of: 'management' },
    {
      name: 'a self-signed certificate of the sign-in page',
      tls: 'self-signed',
      of: 'authentication',
      and: [{ on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Federated' } }],
    },
  ],
});
