import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, status } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { deviceImpact } from '../../harness/engine/rule/device-impact.ts';

const anonymous = 'http://www.w3.org/2005/08/addressing/anonymous';

/** A device does not listen for connections, so the reply has to come on the connection of its request. */
export const anonymousReply = defineCheck({
  id: 'envelope/anonymous-reply',
  title: 'The reply comes on the HTTP exchange of its request',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENV-26'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the device gets an empty answer and waits for no other', evidence: witnesses.steps },
  remedy: 'Answer the request itself instead of accepting it for later.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'], filter: 'answered' },
  applies: {
    when: 'the request asks for the reply on its own exchange',
    test: (evidence) =>
      !evidence.facts.shown.includes('malformed') &&
      (evidence.request.text('/*/*/a:ReplyTo/a:Address')?.trim() ?? anonymous) === anonymous,
  },

  *judge(evidence) {
    const { response, at } = evidence;
    if ((response.status === 202 || response.status === 204) && response.body.length === 0) {
      yield {
        message: `HTTP status is ${response.status} and the body is empty`,
        at: at('status'),
        expected: '200',
        actual: String(response.status),
        impact: deviceImpact(evidence),
      };
    }
  },

  counterexamples: [
    { name: 'a request accepted for later', ...answer('issue', { as: 'empty' }), and: [status('issue', 202)] },
    { name: 'no content', ...answer('discover', { as: 'empty' }), and: [status('discover', 204)] },
  ],
});
