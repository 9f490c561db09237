import { defineCheck } from '../../harness/engine/rule/check.ts';

const deviation = 'must-understand';

/**
 * A sender marks a header so that a receiver refuses the message if it does not understand it (SOAP 1.2 Part 1 section
 * 2.4).
 */
export const unknownMandatoryHeader = defineCheck({
  id: 'envelope/unknown-mandatory-header',
  title: 'An unknown header with mustUnderstand is answered with a MustUnderstand fault',
  level: 'MAY',
  basis: 'specification',
  requirements: ['ENV-22'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such header; whoever does is not told that the server passes over it',
  },
  remedy: 'Refuse a request that has an unknown header with mustUnderstand by a fault with the code MustUnderstand.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { deviation } },

  *judge(evidence) {
    const { state, trouble, at } = evidence;
    const expected = 'a fault with the code MustUnderstand';
    if (state === 'success') {
      yield { message: 'The server accepted the request', at: at('status'), expected };
      return;
    }
    if (state !== 'fault') {
      yield {
        message: `The server refused with ${trouble}`,
        at: at(state === 'broken' ? 'connection' : 'status'),
        expected,
      };
      return;
    }
    const { code, node } = evidence.fault;
    if (code !== 'MustUnderstand') yield { message: `The code of the fault is "${code ?? ''}"`, at: node, expected };
  },

  counterexamples: [
    { name: 'acceptance by discover', on: 'discover fault', deviation, answer: { as: 'control' } },
    { name: 'acceptance by issue', on: 'issue fault', deviation, answer: { as: 'control' } },
    { name: 'another code', on: 'get-policies fault', deviation, answer: { as: 'fault', subcode: 'MessageFormat' } },
    { name: 'an error page', on: 'discover fault', deviation, answer: { as: 'html' } },
  ],
});
