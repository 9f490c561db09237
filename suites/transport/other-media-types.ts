import { defineCheck } from '../../harness/engine/rule/check.ts';

/**
 * SOAP 1.2 has a media type of its own, so a server may refuse any other, with 415 (RFC 9110 section 15.5.16), 400 or a fault, or look past
 * it. A server that fails instead has a handler that trusts the header.
 */
export const otherMediaTypes = defineCheck({
  id: 'transport/other-media-types',
  title: 'A request without a Content-Type, or with text/xml, is answered or refused, and does not break the server',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['TRN-23'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such request; whoever does gets no reason' },
  remedy: 'Refuse a media type that you do not read with HTTP 415, before the message is read.',
  needs: { each: 'discover', where: { deviation: 'content-type' } },

  *judge({ state, exchange, trouble, at }) {
    if (state === 'success' || state === 'fault') return;
    const { status = 0 } = exchange.answer.response ?? {};
    if (state === 'unusable' && status >= 400 && status < 500) return;
    yield {
      message: `The server answered with ${trouble}`,
      at: at(state === 'broken' ? 'connection' : 'status'),
      expected: 'HTTP 415, a fault, or the answer',
    };
  },

  counterexamples: [
    {
      name: 'a server error for a missing field',
      on: 'discover',
      matching: '^(?![^]*Content-Type)',
      answer: { as: 'html' },
      and: [{ on: 'discover', matching: '^(?![^]*Content-Type)', status: 500 }],
    },
    {
      name: 'a connection that is closed on text/xml',
      on: 'discover',
      asked: 'Content-Type: text/xml',
      connection: 'close',
    },
  ],
});
