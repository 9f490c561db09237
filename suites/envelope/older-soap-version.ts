import { defineCheck } from '../../harness/engine/rule/check.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';

const deviation = 'soap-version';

/**
 * SOAP 1.1 has other rules under the same names. A server that answers in SOAP 1.1 supports it, which one document
 * allows (MS-MDE2 2.1).
 */
export const olderSoapVersion = defineCheck({
  id: 'envelope/older-soap-version',
  title: 'A request in SOAP 1.1 is refused, or answered in SOAP 1.1',
  level: 'MAY',
  basis: 'specification',
  requirements: ['ENV-21'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; a client of the older version gets what it cannot read',
  },
  remedy: 'Refuse an envelope of any other version than SOAP 1.2 with a VersionMismatch fault.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { deviation } },

  *judge(evidence) {
    const { exchange, state, trouble, at } = evidence;
    const status = exchange.answer.response?.status ?? 0;
    if (state === 'fault' || (state === 'unusable' && status >= 400)) return;
    if (state === 'success') {
      const { root } = evidence.answer;
      if (root.namespace === namespaces.s11) return;
      yield { message: 'The server took a request in SOAP 1.1 for one in SOAP 1.2', at: root };
      return;
    }
    yield { message: `The server answered with ${trouble}`, at: at(state === 'broken' ? 'connection' : 'status') };
  },

  counterexamples: [
    { name: 'an answer in the newer version', on: 'discover fault', deviation, answer: { as: 'control' } },
    { name: 'a certificate all the same', on: 'issue fault', deviation, answer: { as: 'control' } },
    { name: 'no answer', on: 'get-policies fault', deviation, connection: 'close' },
  ],
});
