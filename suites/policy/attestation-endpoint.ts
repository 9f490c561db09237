import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import { attestationNodes, speaks } from './shared/attestation.ts';

/** Where the device goes for its attestation. */
export const attestationEndpoint = defineCheck({
  id: 'policy/attestation-endpoint',
  title: 'azureAttestation has an endpointUri',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['POL-35'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that does not know where to attest gives up' },
  remedy: 'Send endpointUri in azureAttestation, or leave azureAttestation out.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'the attestation block of a policy has azureAttestation',
    test: ({ payload }) => attestationNodes(payload, 'azureAttestation').some(speaks),
  },

  *judge({ payload }) {
    for (const attestation of attestationNodes(payload, 'azureAttestation').filter(speaks)) {
      const addresses = attestation.children.filter(({ name }) => name === 'endpointUri');
      if (addresses.length === 0) yield { message: 'azureAttestation has no endpointUri', at: attestation };
    }
  },

  counterexamples: [
    {
      name: 'attestation without an address',
      ...append(
        'get-policies',
        '//x:attributes',
        '<x:attestation><x:azureAttestation><x:nonce>bm9uY2U=</x:nonce></x:azureAttestation></x:attestation>',
      ),
    },
  ],
});
