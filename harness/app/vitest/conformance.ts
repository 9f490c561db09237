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
import { layWaivers } from '../../../reports/waivers/lay-waivers.ts';
import { noteOf, resultsOf } from '../assess.ts';
import { occasionOf } from '../stored-session.ts';
import { NonConformance } from './non-conformance.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** The judgement of the check that this test shows. */
    judgement?: Judgement;
  }
}

/**
 * Turns each check into one test. The engine judges; vitest only shows the result. A test passes if its check passed, and fails
 * if a MUST failed. If a SHOULD or MAY failed, or waivers cover what failed, the test is skipped with a warning: the build goes on, and nobody takes it for a pass.
 */
export function describeChecks(phase: string, checks: readonly Check[]): void {
  describe(phase, () => {
    for (const check of checks) {
      test(`${check.level} ${check.title} [${check.id}]`, async ({ task, skip, annotate }) => {
        const judgement = judge(check, sharedDossier(), noteOf);
        task.meta.judgement = judgement;
        const shown = waived(check, judgement);
        const bearing = bearingOf(shown);
        if (bearing === 'failure' || bearing === 'error') throw new NonConformance(shown);
        if (bearing === 'warning' || bearing === 'waived') await annotate(explain(shown), 'warning');
        if (bearing !== 'passed') skip(noteFor(shown));
      });
    }
  });
}

/** The judgement with the waivers that cover it. */
function waived(check: Check, judgement: Judgement): Judgement {
  const waivers = inject('waivers').filter((waiver) => waiver.check === check.id);
  if (judgement.outcome !== 'failed' || waivers.length === 0) return judgement;
  const { mode, name } = inject('gathered');
  const dossier = sharedDossier();
  const results = resultsOf(dossier, [check], [judgement], occasionOf(dossier.session, mode, name));
  return layWaivers(results, waivers).judgements[0] ?? judgement;
}

function noteFor(judgement: Judgement): string {
  const { level, outcome } = judgement;
  if (judgement.waived !== undefined) return `${level} ${headline(judgement)}`;
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
