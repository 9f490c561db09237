import path from 'node:path';
import type { CoverageRow, Results } from '../../harness/engine/verdict/results.ts';
import { count, duration } from '../text/units.ts';
import { exitMeaning, modeSentence, scopeSentences } from '../text/wording.ts';
import { paragraph, type Paper } from './wrap.ts';

/** Where the evidence stands, and what the run was. */
export function footer(results: Results, folder: string | undefined, { colours, wrap }: Paper): string {
  const { run, exitCode, coverage } = results;
  return [
    ...ignoredLine(results).map((line) => paragraph(line, '', wrap)),
    ...(folder === undefined
      ? []
      : [paragraph(`Report: ${path.join(folder, 'report.html')} (exchange 3 is at #exchange-3)`, '', wrap)]),
    ...scopeSentences(results.scope).map((sentence) => colours.dim(paragraph(`${sentence}.`, '', wrap))),
    colours.dim(paragraph(coverageSentence(coverage.total), '', wrap)),
    colours.dim(paragraph(`${modeSentence(results)}; ${duration(run.durationMs)}, profile ${run.profile}.`, '', wrap)),
    colours.dim(paragraph(`Exit code ${exitCode}: ${exitMeaning(results)}.`, '', wrap)),
  ].join('\n');
}

/** The same in a line, where several sessions share a terminal. */
export function shortFooter(results: Results, folder: string | undefined, { wrap }: Paper): string {
  const { exitCode } = results;
  const report = folder === undefined ? '' : `Report: ${path.join(folder, 'report.html')}; `;
  return paragraph(`${report}exit code ${exitCode}: ${exitMeaning(results)}`, '', wrap);
}

const mostIndices = 8;

function ignoredLine({ exchanges }: Results): readonly string[] {
  const ignored = exchanges.filter(({ kind, deviations }) => kind === 'other' && deviations.length === 0);
  if (ignored.length === 0) return [];
  const indices = ignored.slice(0, mostIndices).map(({ index }) => index);
  const more = ignored.length > mostIndices ? ' and others' : '';
  return [
    `Ignored, because it is not enrollment traffic: ${count(ignored.length, 'exchange')} (${indices.join(', ')}${more})`,
  ];
}

function coverageSentence({ total, verified, attainable }: CoverageRow): string {
  return `This run verified ${verified} of ${total} requirements; a run with all states and capabilities can verify ${attainable}.`;
}
