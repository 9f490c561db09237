import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { privateKeyPath } from './shared/paths.ts';
import { integerOf, quoted } from './shared/values.ts';

const sizes = [2048n, 3072n, 4096n];

/** Windows may fail to make a key of another size, and asks for 2048 bits where there is no policy. */
export const keySize = defineCheck({
  id: 'policy/key-size',
  title: 'minimalKeyLength is 2048, 3072 or 4096',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device can make a key of this size' },
  remedy: 'Ask for an RSA key of 2048, 3072 or 4096 bits.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'minimalKeyLength is greater than 0',
    test: ({ payload }) => lengthsIn(payload).length > 0,
  },

  *judge({ payload }) {
    for (const length of lengthsIn(payload)) {
      if (!sizes.includes(integerOf(length) ?? 0n)) {
        yield { message: quoted(length), at: length, expected: sizes.join(' or '), actual: length.text };
      }
    }
  },

  counterexamples: [
    { name: 'a short key', ...set('get-policies', '//x:minimalKeyLength', '1024') },
    { name: 'a key that Windows does not make', ...set('get-policies', '//x:minimalKeyLength', '65536') },
  ],
});

function lengthsIn(payload: XmlNode): XmlNode[] {
  return payload.all(`${privateKeyPath}/x:minimalKeyLength`).filter((node) => (integerOf(node) ?? 0n) > 0n);
}
