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
    /** The judgement of the check that this test shows. */
    judgement?: Judgement;
  }
}

/**
 * Turns each check into one test. The engine judges; vitest only shows the result. A test passes if its check passed, and fails
 * if a MUST failed. If a SHOULD or MAY failed, the test is skipped with a warning: the build goes on, and nobody takes it for a pass.
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

/** The first check of a worker opens it, and the others share it until the worker ends. */
function sharedDossier(): Dossier {
  opened ??= openDossier(readHar(inject('gathered').har));
  return opened;
}
