import { defineCheck } from '../../harness/engine/rule/check.ts';

const asked = 'Name="MdeConformance19999"';

/** The server may serve or refuse it, but it has to answer. */
export const largeRequest = defineCheck({
  id: 'envelope/large-request',
  title: 'A request of more than 1 MiB is answered',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENV-24'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no request of this size; a client that does gets no answer' },
  remedy: 'Answer a request that is too large with a status or a fault; do not close the connection before.',
  needs: { each: 'issue', where: { family: 'large-request' } },

  *judge({ exchange, trouble, at }) {
    if (exchange.answer.response !== undefined) return;
    yield { message: `${exchange.request.body.length} bytes got ${trouble}`, at: at('connection') };
  },

  counterexamples: [
    { name: 'a closed connection', on: 'issue', asked, connection: 'close' },
    { name: 'no answer in time', on: 'issue', asked, connection: 'delay' },
  ],
});
