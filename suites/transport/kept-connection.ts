import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/**
 * Windows sends its messages over one connection as long as the server keeps it. A server need not (RFC 9112 section 9.3), and may close
 * it between two answers; then the device opens another. But what it answers on it has to be whole, and the answer to that request.
 */
export const keptConnection = defineCheck({
  id: 'transport/kept-connection',
  title: 'Each request over a kept connection gets its own answer',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-27', 'TRN-34'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'a device that keeps its connection takes the answer of another request for its own, or gets none',
    evidence: { by: 'specified', source: 'RFC 9112, section 9.3.2: answers come in the order of the requests' },
  },
  remedy:
    'Read the whole body of each request, also of one that is refused, answer in the order of the requests, and close the connection ' +
    'where that cannot be done.',
  needs: { across: ['discover', 'get-policies', 'issue'], atLeast: 2, where: { family: 'kept-connection' } },
  applies: { when: 'the server kept a connection for several requests', test: (asked) => sharing(asked).length > 0 },

  *judge(asked) {
    for (const evidence of sharing(asked)) {
      const owner = ownerOf(evidence, asked);
      if (owner) {
        const actual = answeredId(evidence) ?? '';
        const message = `The answer is that of exchange ${owner.exchange.index}, which came over the same connection`;
        yield { message, at: evidence.at('body'), expected: evidence.facts.messageId ?? '', actual };
      } else {
        yield* answerFinding(evidence);
      }
    }
  },

  counterexamples: [
    { name: 'the answer of the request before', tls: 'answers-of-others' },
    { name: 'a body that is taken for the next request', tls: 'unread-bodies' },
    { name: 'answers that are cut', tls: 'cut-later-answers' },
  ],
});

/** The request over the same connection that an answer belongs to, if that is another one. */
function ownerOf(evidence: Evidence, asked: readonly Evidence[]): Evidence | undefined {
  const answered = answeredId(evidence);
  if (answered === evidence.facts.messageId) return undefined;
  return asked.find(
    ({ exchange, facts }) => exchange.connection === evidence.exchange.connection && facts.messageId === answered,
  );
}

/** What came over a connection that others came over too. */
function sharing(asked: readonly Evidence[]): readonly Evidence[] {
  const nameOf = ({ exchange }: Evidence): string | undefined => exchange.connection;
  return asked.filter(
    (one) => nameOf(one) !== undefined && asked.some((other) => other !== one && nameOf(other) === nameOf(one)),
  );
}

/** The MessageID that an answer names; undefined if it is no message. */
function answeredId(evidence: Evidence): string | undefined {
  const isMessage = evidence.state !== 'broken' && evidence.response.body.length > 0 && !evidence.syntaxError;
  return isMessage ? evidence.answer.text('/*/*[local-name()="Header"]/a:RelatesTo')?.trim() : undefined;
}
