import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate, remove } from '../../harness/engine/rule/departures.ts';
import { countFinding } from './shared/count.ts';

/** One question was asked, so an answer relates to one. */
export const singleRelatesTo = defineCheck({
  id: 'envelope/single-relates-to',
  title: 'Each answer to a request with a MessageID has exactly one RelatesTo',
  level: 'MAY',
  basis: 'specification',
  requirements: ['ENV-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds by other means to which request the answer belongs' },
  remedy: 'Write one RelatesTo with the MessageID of the request into the header of each answer.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },
  applies: { when: 'the request has a MessageID', test: ({ facts }) => facts.messageId !== undefined },

  *judge(evidence) {
    yield* countFinding(evidence, 'RelatesTo');
  },

  counterexamples: [
    { name: 'no RelatesTo', ...remove('get-policies', '//a:RelatesTo') },
    { name: 'two of them', ...duplicate('discover', '//a:RelatesTo') },
  ],
});
