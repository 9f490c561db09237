import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { seenIn } from './shared/links-of.ts';

/** The enrollment app does one of three things, and the mode says which. */
export const mode = defineCheck({
  id: 'deep-link/mode',
  title: 'Each enrollment link of a page has a mode, which is mdm, awa or aadj',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['LNK-01'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the enrollment app does with a link without one of its modes' },
  remedy: 'Begin the query of the link with mode=mdm, or with mode=awa or mode=aadj for Microsoft Entra ID.',
  needs: { each: 'deep-link-page' },

  *judge(evidence) {
    yield* seenIn(evidence, { kinds: ['no-mode', 'wrong-mode'] });
    yield* seenIn(evidence, { kinds: ['empty-value'], of: ['mode'] });
  },

  counterexamples: [
    { name: 'no mode', ...replace('deep-link-page', '?mode=mdm&amp;', '?') },
    { name: 'a mode that does not exist', ...replace('deep-link-page', 'mode=mdm', 'mode=enroll') },
    { name: 'an empty mode', ...replace('deep-link-page', 'mode=mdm', 'mode=') },
  ],
});
