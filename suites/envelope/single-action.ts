import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate, remove } from '../../harness/engine/rule/departures.ts';
import { countFinding } from './shared/count.ts';

/** WS-Addressing lets a message say once what it is. */
export const singleAction = defineCheck({
  id: 'envelope/single-action',
  title: 'Each answer has exactly one Action',
  level: 'MAY',
  basis: 'specification',
  requirements: ['ENV-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device misses the Action that WS-Addressing demands' },
  remedy: 'Write one Action into the header of each answer.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },

  *judge(evidence) {
    yield* countFinding(evidence, 'Action');
  },

  counterexamples: [
    { name: 'no Action', ...remove('discover', '//a:Action') },
    { name: 'two of them', ...duplicate('issue', '//a:Action') },
  ],
});
