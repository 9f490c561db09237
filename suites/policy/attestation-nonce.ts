import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { attestationNodes, isAttestationNonce } from './shared/attestation.ts';

/** The attestation service puts the nonce into its statement (MS-MDE2 3.3.4.1.1.2), which shows that the statement is a new one. */
export const attestationNonce = defineCheck({
  id: 'policy/attestation-nonce',
  title: 'Two answers have different nonces for azureAttestation',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['POL-49'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever has an old statement of the attestation service can show it again' },
  remedy: 'Make a nonce from random bytes for each answer.',
  needs: { across: 'get-policies', atLeast: 2 },
  applies: {
    when: 'two answers have a nonce for azureAttestation',
    test: (answers) => answers.filter((answer) => noncesIn(answer).length > 0).length > 1,
  },

  *judge(answers) {
    const seen = new Map<string, number>();
    for (const answer of answers) {
      for (const nonce of noncesIn(answer)) {
        const value = nonce.text.trim();
        const before = seen.get(value);
        if (before !== undefined && before !== answer.exchange.index) {
          yield { message: `The nonce "${value}" came before, in exchange ${before}`, at: nonce, actual: value };
        }
        seen.set(value, before ?? answer.exchange.index);
      }
    }
  },

  counterexamples: [
    {
      name: 'one nonce for all',
      ...append(
        'get-policies',
        '//x:attributes',
        '<x:attestation><x:azureAttestation><x:nonce>bm9uY2U=</x:nonce></x:azureAttestation></x:attestation>',
      ),
    },
  ],
});

/** An empty nonce is the subject of another check. */
function noncesIn({ payload }: Evidence): XmlNode[] {
  return attestationNodes(payload, 'nonce').filter((node) => isAttestationNonce(node) && node.text.trim() !== '');
}
