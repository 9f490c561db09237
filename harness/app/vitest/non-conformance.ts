import type { Judgement } from '../../engine/verdict/results.ts';
import { explain, headline } from '../../../reports/text/explanation.ts';
import { reasonOf } from '../../../reports/text/wording.ts';

/** Error names by which reporters tell a failed check (Allure: failed) from one without a judgement (Allure: broken). */
const names = { failed: 'AssertionError', inconclusive: 'Inconclusive', errored: 'SuiteDefect' } as const;

/** A judgement that fails a build. It has no stack, because the cause is not in our source. */
export class NonConformance extends Error {
  override readonly name: string;
  override readonly stack = '';

  constructor(judgement: Judgement) {
    const { outcome } = judgement;
    super(outcome === 'failed' ? `${headline(judgement)}\n${explain(judgement)}` : reasonOf(judgement));
    this.name = outcome === 'failed' || outcome === 'errored' ? names[outcome] : names.inconclusive;
  }
}
