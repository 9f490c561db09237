import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { close, replace, status } from '../../harness/engine/rule/departures.ts';

/** What a mail program or a search engine appends to an address. A page whose address has a query of its own is not asked: it may be signed. */
export const unknownParameter = defineCheck({
  id: 'deep-link/unknown-parameter',
  title: 'A page shows its enrollment links also with a query parameter that it does not know',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['LNK-06'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'whether users come by an address with another parameter' },
  remedy: 'Ignore query parameters that the page does not know.',
  needs: { each: 'deep-link-page', where: { family: 'page-parameters' } },

  *judge(evidence) {
    yield* answerSeen(evidence);
  },

  counterexamples: [
    { name: 'a page that is not found', ...status('deep-link-page', 404), nth: 2 },
    { name: 'a page without a link', ...replace('deep-link-page', '<a href', '<a title'), nth: 2 },
    { name: 'a closed connection', ...close('deep-link-page'), nth: 2 },
  ],
});
