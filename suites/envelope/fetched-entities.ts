import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { demandOwnAnswer } from './shared/message-text.ts';

/**
 * The answer of a server does not show what it fetches, so this tool listens at an address that the document type
 * names.
 */
export const fetchedEntities = defineCheck({
  id: 'envelope/fetched-entities',
  title: 'Nothing that a document type names is fetched',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['ENV-23'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'a stranger makes the server fetch from wherever he likes, inside its network too',
  },
  remedy: 'Refuse requests with a DOCTYPE, or switch external entities and external subsets off in the XML parser.',
  needs: { across: ['discover', 'get-policies', 'issue'], atLeast: 1, where: { deviation: 'doctype' } },

  *judge(answers) {
    const listened = answers.flatMap((evidence) => {
      const { callback } = evidence.exchange.label ?? {};
      return callback ? [{ evidence, callback }] : [];
    });
    if (listened.length === 0) {
      throw new UnusableEvidence('the server could not reach this machine; name an address with --callback-url');
    }
    for (const { evidence, callback } of listened) {
      if (callback.fetches === 0) {
        demandOwnAnswer(evidence);
        continue;
      }
      yield {
        message: `The server fetched ${callback.url}, which the document type of the request names, ${timesOf(callback.fetches)}`,
        at: evidence.at('request'),
        expected: 'no request of the server to that address',
      };
    }
  },

  counterexamples: [{ name: 'a reader that fetches', ...behaves({ fetchesEntities: true }) }],
});

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
