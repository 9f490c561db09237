import { describe, inject, test } from 'vitest';
import type { Check } from '../../engine/rule/check.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import type { Dossier } from '../../engine/evidence/dossier.ts';
import { judge } from '../../engine/verdict/judge.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import { readHar } from '../../wire/har/har.ts';
import { bearingOf } from '../../../reports/bearing.ts';
import { explain, headline } from '../../../reports/text/explanation.ts';
import { reasonOf } from '../../../reports/text/wording.ts';
import { noteOf } from '../assess.ts';
import { NonConformance } from './non-conformance.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** The word of the check that this test stands for. */
    judgement?: Judgement;
  }
}

/**
 * Turns each check into one test. The verdict is the engine's; vitest only displays it. A test passes where its check did and
 * fails where it decides against the target; one that is not met but no MUST is skipped with a warning, so that neither a
 * build breaks nor a departure looks like a pass.
 */
export function describeChecks(phase: string, checks: readonly Check[]): void {
  describe(phase, () => {
    for (const check of checks) {
      test(`${check.level} ${check.title} [${check.id}]`, async ({ task, skip, annotate }) => {
        const judgement = judge(check, sharedDossier(), noteOf);
        task.meta.judgement = judgement;
        const bearing = bearingOf(judgement);
        if (bearing === 'failure' || bearing === 'error') throw new NonConformance(judgement);
        if (bearing === 'warning') await annotate(explain(judgement), 'warning');
        if (bearing !== 'passed') skip(noteFor(judgement));
      });
    }
  });
}

function noteFor(judgement: Judgement): string {
  const { level, outcome } = judgement;
  return outcome === 'failed'
    ? `warning, ${level} not met: ${headline(judgement)}`
    : `${outcome}: ${reasonOf(judgement)}`;
}

let opened: Dossier | undefined;

/** Opened by the first check of a worker and kept for the others; it goes with the worker. */
function sharedDossier(): Dossier {
  opened ??= openDossier(readHar(inject('gathered').har));
  return opened;
}
