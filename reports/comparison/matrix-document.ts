import type { Judgement, Outcome, Results } from '../../harness/engine/verdict/results.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { countsSentence } from '../text/counts.ts';
import { instant } from '../text/units.ts';
import { wayWord } from '../text/ways.ts';
import { outcomeMarks, verdictMarks } from '../text/wording.ts';
import type { PlainDocument, PlainSection } from './document.ts';

/** Several runs side by side. */
export interface Matrix {
  readonly runs: readonly MatrixRun[];
  /** A row for each check of any run, with its outcome in each; null where a run does not have it. */
  readonly checks: readonly {
    readonly check: string;
    readonly level: string;
    readonly outcomes: readonly (Outcome | null)[];
    /** For each run, until when the failure is waived; missing where no run has it waived. */
    readonly waivedUntil?: readonly (string | null)[];
  }[];
}

interface MatrixRun {
  readonly label: string;
  readonly target: string;
  readonly startedAt: string;
  readonly toolVersion: string;
  readonly verdict: string;
  readonly counts: string;
  readonly ways: readonly string[];
}

/** Lays runs side by side, in their order. Runs of one target are told apart by their time, and by their number if that is equal. Pure. */
export function matrixOf(results: readonly Results[]): Matrix {
  const maps = results.map((one) => new Map(allJudgements(one).map((judgement) => [judgement.check, judgement])));
  const known = new Map<string, Judgement>();
  for (const judgement of results.flatMap(allJudgements)) known.set(judgement.check, judgement);
  return {
    runs: results.map((one, index) => runOf(one, labelOf(one, index, results))),
    checks: [...known.values()].map(({ check, level }) => ({
      check,
      level,
      outcomes: maps.map((map) => map.get(check)?.outcome ?? null),
      ...waivedIn(maps.map((map) => map.get(check)?.waived?.until ?? null)),
    })),
  };
}

function waivedIn(waivedUntil: readonly (string | null)[]): { readonly waivedUntil?: readonly (string | null)[] } {
  return waivedUntil.every((until) => until === null) ? {} : { waivedUntil };
}

/** The matrix for people: all checks, or those that failed somewhere or differ. */
export function matrixDocument({ runs, checks }: Matrix, isAll: boolean): PlainDocument {
  const shown = checks.filter(({ outcomes }) => isAll || isOfInterest(outcomes));
  const left = checks.length - shown.length;
  const notes = [
    ...(new Set(runs.map(({ toolVersion }) => toolVersion)).size > 1
      ? ['Note: other versions of the tool judged these runs']
      : []),
    ...(left === 0 ? [] : [`${left} checks have the same outcome in each run, and failed in none; --all shows them`]),
  ];
  return {
    title: `${runs.length} runs side by side`,
    lead: notes,
    sections: [runsSection(runs), checksSection(runs, shown)].filter(({ rows }) => rows.length > 0),
  };
}

function isOfInterest(outcomes: readonly (Outcome | null)[]): boolean {
  return new Set(outcomes).size > 1 || outcomes.some((outcome) => outcome === 'failed' || outcome === 'errored');
}

function runOf({ run, tool, verdict, counts, ways }: Results, label: string): MatrixRun {
  return {
    label,
    target: run.target,
    startedAt: run.startedAt,
    toolVersion: tool.version,
    verdict,
    counts: countsSentence(counts),
    ways: ways.filter(({ state }) => state === 'judged').map((way) => `${way.way}: ${wayWord(way)}`),
  };
}

function labelOf(results: Results, index: number, all: readonly Results[]): string {
  const { run } = results;
  const others = all.filter((one, other) => other !== index && one.run.target === run.target);
  const host = hostOf(results);
  const isAlone = all.every((one, other) => other === index || hostOf(one) !== host);
  if (isAlone) return host;
  if (others.length === 0) return run.target;
  const isTimed = others.every((one) => one.run.startedAt !== run.startedAt);
  return `${host}, ${isTimed ? instant(run.startedAt) : `${index + 1}`}`;
}

function hostOf({ run }: Results): string {
  return URL.canParse(run.target) && new URL(run.target).host !== '' ? new URL(run.target).host : run.target;
}

function runsSection(runs: readonly MatrixRun[]): PlainSection {
  return {
    title: 'Runs',
    columns: ['run', 'verdict', 'checks', 'ways in'],
    rows: runs.map(({ label, verdict, counts, ways }) => [label, wordOf(verdict), counts, ways.join('; ')]),
  };
}

function wordOf(verdict: string): string {
  const mark = Object.entries(verdictMarks).find(([name]) => name === verdict)?.[1];
  return mark === undefined ? verdict : `${mark.symbol} ${mark.word}`;
}

function checksSection(runs: readonly MatrixRun[], checks: Matrix['checks']): PlainSection {
  return {
    title: `Checks (${checks.length})`,
    isMatrix: true,
    columns: ['level', 'check', ...runs.map(({ label }) => label)],
    rows: checks.map(({ check, level, outcomes, waivedUntil }) => [
      level,
      check,
      ...outcomes.map((outcome, index) => {
        if (outcome === null) return 'not there';
        const until = waivedUntil?.[index] ?? undefined;
        const waived = until === undefined ? '' : `, waived until ${until}`;
        return `${outcomeMarks[outcome].symbol} ${outcomeMarks[outcome].word}${waived}`;
      }),
    ]),
  };
}
