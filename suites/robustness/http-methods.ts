import { defineCheck } from '../../harness/engine/rule/check.ts';

/** HEAD may be answered if GET is (RFC 9110 section 9.1); any status that refuses is right. */
export const httpMethods = defineCheck({
  id: 'robustness/http-methods',
  title: 'HEAD, PUT and DELETE are refused, or HEAD is answered like GET',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ROB-09', 'SYN-57'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends none of these; a scanner takes an error for a weakness' },
  remedy: 'Answer methods that an address does not have with 405 and an Allow field.',
  needs: { each: 'other', where: { deviation: 'method' } },

  *judge({ exchange, state, trouble, at }) {
    const { method } = exchange.request;
    const status = exchange.answer.response?.status;
    if (state === 'broken' || status === undefined) {
      yield { message: `${method} brings ${trouble}`, at: at('connection'), expected: '405 or 404' };
      return;
    }
    const isRefused = (status >= 400 && status < 500) || status === 501;
    if (isRefused || (method === 'HEAD' && status < 400)) return;
    yield {
      message: `${method} is answered with HTTP ${status}`,
      at: at('status'),
      expected: '405 or 404',
      actual: String(status),
    };
  },

  counterexamples: [
    { name: 'an error of the server', on: 'other', asked: 'ENROLLClient', status: 500 },
    { name: 'success with PUT', on: 'other', asked: 'Content-Length: 0', status: 200 },
    { name: 'a closed connection', on: 'other', asked: 'ENROLLClient', connection: 'close' },
  ],
});
