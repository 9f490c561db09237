import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { bearingOf } from '../bearing.ts';
import { checkIdentityOf } from '../identity.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { placesIn } from '../place-in-files.ts';
import type { Renderer } from '../renderer.ts';
import { tame } from '../tame.ts';
import { judgementSentence } from '../text/judgement-sentence.ts';
import { waivedSentences } from '../text/waived.ts';

/** What GitLab reads of a report of code quality (its documentation, `ci/testing/code_quality`). */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  /** Unique in the file, and the same from run to run, so that a merge request shows what is new and what is gone. */
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** The widget of a merge request in GitLab: an issue for each check that failed, and for each MUST that could not be judged. */
export const codeQuality: Renderer = {
  format: 'codequality',
  fileName: 'gl-code-quality-report.json',
  render: (results) => `${JSON.stringify(issuesOf(tame(results)), null, 2)}\n`,
};

function issuesOf(results: Results): readonly Issue[] {
  const placeOf = placesIn(results);
  return allJudgements(results).flatMap((judgement) => {
    const severity = severityOf(judgement);
    if (severity === undefined) return [];
    const { check } = judgement;
    const { file, line } = placeOf(check);
    return [
      {
        description: [judgementSentence(judgement, results), ...waivedSentences(judgement)].join(' '),
        check_name: check,
        fingerprint: checkIdentityOf(check, results),
        severity,
        location: { path: file, lines: { begin: line } },
      },
    ];
  });
}

/** Undefined for what is no issue. A waived failure stays in sight, and is the least of them. */
function severityOf(judgement: Judgement): Issue['severity'] | undefined {
  switch (bearingOf(judgement)) {
    case 'failure':
      return judgement.must === 'security' ? 'critical' : 'major';
    case 'error':
      return judgement.outcome === 'errored' ? 'blocker' : 'major';
    case 'warning':
      return judgement.level === 'SHOULD' ? 'minor' : 'info';
    case 'waived':
      return 'info';
    case 'passed':
    case 'skipped':
      return undefined;
  }
}
