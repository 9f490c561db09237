import type { Coverage } from '../../harness/engine/verdict/results.ts';
import { awkward } from './awkward.ts';

/** How far `everyOutcome` covers a catalogue of two documents. */
export const coverage: Coverage = {
  total: { name: 'All', total: 210, verified: 130, attainable: 151, unjudged: 22, planned: 31, excluded: 27 },
  documents: [
    { name: 'MS-MDE2 16.0', total: 150, verified: 92, attainable: 105, unjudged: 14, planned: 25, excluded: 19 },
    { name: 'MS-XCEP 9.0', total: 60, verified: 38, attainable: 45, unjudged: 8, planned: 6, excluded: 8 },
  ],
  phases: [
    { name: 'discovery', total: 70, verified: 60, attainable: 63, unjudged: 4, planned: 2, excluded: 4 },
    { name: 'policy', total: 140, verified: 70, attainable: 87, unjudged: 18, planned: 29, excluded: 23 },
  ],
  gaps: [
    {
      requirement: 'MDE2-0101',
      rule: 'The server keeps enrollment data',
      reason: 'not testable: no message shows it',
    },
    { requirement: 'MDE2-0102', rule: `A rule with ${awkward}`, reason: 'planned' },
  ],
};
