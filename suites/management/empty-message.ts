import { defineCheck } from '../../harness/engine/rule/check.ts';

export const managementEmptyMessage = defineCheck({
  id: 'management/empty-message',
  title: 'An empty message is answered, and not with an error of the server',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-38'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'a device that signs its messages was reported to begin with an empty one (Microsoft Q&A 447211), and was not managed',
  },
  remedy: 'Answer an empty message with HTTP 400, or with HTTP 200 and an empty body.',
  needs: { each: 'manage', where: { deviation: 'manage-empty' } },

  *judge({ exchange, trouble, at }) {
    const status = exchange.answer.response?.status;
    if (status === undefined) yield { message: `The server gave ${trouble}`, at: at('connection') };
    else if (status >= 500) yield { message: `An empty message got HTTP ${status}`, at: at('status'), expected: '400' };
  },

  counterexamples: [
    { name: 'an error', on: 'manage fault', deviation: 'manage-empty', status: 500 },
    { name: 'a closed connection', on: 'manage fault', deviation: 'manage-empty', connection: 'close' },
  ],
});
