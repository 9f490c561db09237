import { defineCheck } from '../../harness/engine/rule/check.ts';

/** A device whose message breaks off on the way has to learn that it was not read. */
export const managementMalformed = defineCheck({
  id: 'management/malformed',
  title: 'A message that is not XML is refused, by a status of HTTP or by a Status of SyncML',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-17', 'SYN-59'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such message, but one may break off on the way' },
  remedy: 'Answer with HTTP 400, or with Status 400 for SyncHdr.',
  needs: { each: 'manage', where: { deviation: 'malformed' } },

  *judge({ exchange, state, trouble, at }) {
    const variant = exchange.label?.variant ?? 'the message';
    if (state === 'broken') yield { message: `The server gave ${trouble} to ${variant}`, at: at('connection') };
    const isEmpty = exchange.answer.response?.status === 200 && exchange.answer.response.body.length === 0;
    if (state === 'success' || isEmpty) yield { message: `The server took ${variant}`, at: at('status') };
  },

  counterexamples: [
    { name: 'a session all the same', on: 'manage fault', deviation: 'malformed', answer: { as: 'control' } },
    { name: 'a closed connection', on: 'manage fault', deviation: 'malformed', connection: 'close' },
  ],
});
