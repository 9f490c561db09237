import { defineCheck } from '../../harness/engine/rule/check.ts';

/** What it makes of the entities, only their effect shows; that a session follows is proven by the control behind it. */
export const managementEntities = defineCheck({
  id: 'management/entities',
  title: 'A message with a document type is answered, and not with an error of the server',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['SYN-59'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'an enrolled device can make the server fail' },
  remedy: 'Refuse a document type before entities are read, with HTTP 400.',
  needs: { each: 'manage', where: { deviation: 'doctype' } },

  *judge({ exchange, trouble, at }) {
    const status = exchange.answer.response?.status;
    if (status === undefined) yield { message: `The server gave ${trouble}`, at: at('connection') };
    else if (status >= 500) yield { message: `The message got HTTP ${status}`, at: at('status'), expected: '400' };
  },

  counterexamples: [{ name: 'an error', on: 'manage fault', deviation: 'doctype', status: 500 }],
});
