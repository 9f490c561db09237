import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, set } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { internalsIn } from './shared/internals.ts';

/** A fault goes to the client. Details for the operator belong in the log, under the TraceId. */
export const internals = defineCheck({
  id: 'faults/internals',
  title: 'A fault shows no stack trace, SQL, file path or host name from inside the server',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['FLT-18'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'anybody who sends a wrong request learns how the server is built' },
  remedy: 'Write the exception to the log of the server and send a TraceId that leads there.',
  needs: { each: faultKinds, filter: 'fault' },

  *judge({ fault, exchange }) {
    const request = `${exchange.request.url} ${new TextDecoder().decode(exchange.request.body)}`;
    for (const node of [fault.node, ...fault.node.all('.//*')].filter(({ children }) => children.length === 0)) {
      for (const { what, text } of internalsIn(node.text)) {
        if (!request.includes(text)) yield { message: `${node.name} shows ${what}: "${text}"`, at: node, actual: text };
      }
    }
  },

  counterexamples: [
    {
      name: 'a stack trace',
      ...set(
        'issue fault',
        '//s:Reason/s:Text',
        'Object reference not set to an instance of an object.\n   at Contoso.Mdm.Enroll(String user) in C:\\src\\Enroll.cs:line 12',
      ),
    },
    {
      name: 'a query',
      ...set('get-policies fault', '//s:Reason/s:Text', "Failed: SELECT id FROM users WHERE name = 'user'"),
    },
    {
      name: 'a host inside',
      ...answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' }),
      and: [set('issue fault', '//wstep:Message', 'No connection to db01.prod.internal:5432')],
    },
  ],
});
