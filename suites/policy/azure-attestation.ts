import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { attestationNodes } from './shared/attestation.ts';
import { quoted } from './shared/values.ts';

const block = (name: string, text: string): string =>
  `<x:attestation><x:azureAttestation><x:${name}>${text}</x:${name}></x:azureAttestation></x:attestation>`;

/** Each of the three goes into the call to the attestation service as it stands. */
export const azureAttestation = defineCheck({
  id: 'policy/azure-attestation',
  title: 'nonce, relyingPartyId and endpointUri of azureAttestation are not empty',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-36'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device enrolls without an answer of the attestation service' },
  remedy: 'Fill the element, or leave it out.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'azureAttestation has one of the three elements',
    test: ({ payload }) => fieldsIn(payload).length > 0,
  },

  *judge({ payload }) {
    for (const field of fieldsIn(payload)) {
      if (field.text.trim() === '') yield { message: quoted(field), at: field };
    }
  },

  counterexamples: [
    { name: 'an empty nonce', ...append('get-policies', '//x:attributes', block('nonce', '')) },
    { name: 'a blank relying party', ...append('get-policies', '//x:attributes', block('relyingPartyId', ' ')) },
    { name: 'an empty address', ...append('get-policies', '//x:attributes', block('endpointUri', '')) },
  ],
});

function fieldsIn(payload: XmlNode): XmlNode[] {
  return attestationNodes(payload, 'nonce', 'relyingPartyId', 'endpointUri').filter(
    ({ parent }) => parent?.name === 'azureAttestation',
  );
}
