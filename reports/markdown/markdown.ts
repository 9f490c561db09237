import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { bearingOf } from '../bearing.ts';
import type { Bearing } from '../bearing.ts';
import { ownSentences } from '../own/own-sentences.ts';
import type { Renderer } from '../renderer.ts';
import { tame } from '../tame.ts';
import { reasonsOf } from '../text/unjudged.ts';
import { count } from '../text/units.ts';
import { reasonOf, scopeSentences } from '../text/wording.ts';
import { code, plain } from './escape.ts';
import { failedCheck } from './failed-check.ts';
import { countsTable, title, waysTable } from './head.ts';
import { ownBlocks } from './own.ts';
import { waiverList } from './waivers.ts';

/** GitHub drops the whole summary of a step from 1 MiB on; several reports may share one. In bytes. */
const largest = 900 * 1024;

/** A job summary for GitHub or GitLab: the verdict, what failed, what was not judged, and the rest by name. */
export const markdown: Renderer = {
  format: 'markdown',
  fileName: 'summary.md',
  render: (results) => {
    const tamed = tame(results);
    const foot = footer(tamed);
    return `${bounded(blocksOf(tamed), largest - Buffer.byteLength(foot))}${foot}`;
  },
};

/** In the order of what a reader must know. Each ends with an empty line. */
function blocksOf(results: Results): readonly string[] {
  const { judgements } = results;
  const of = (bearing: Bearing): readonly Judgement[] => judgements.filter((one) => bearingOf(one) === bearing);
  const errored = judgements.filter(({ outcome }) => outcome === 'errored');
  return [
    title(results),
    countsTable(results),
    ...waysTable(results),
    ...waiverList(results),
    ...ownSentences(results).map((sentence) => `${plain(sentence)}.\n\n`),
    ...section('Internal errors of this tool', errored.map(brokenCheck)),
    ...section(
      'Failed: MUST',
      of('failure').map((one) => failedCheck(one, results)),
    ),
    ...section(
      'Failed and waived',
      of('waived').map((one) => failedCheck(one, results)),
    ),
    ...section('Not judged', reasonsOf(results).map(openReason)),
    ...section(
      'Failed: SHOULD and MAY',
      of('warning').map((one) => failedCheck(one, results)),
    ),
    ...ownBlocks(results),
    ...names('Inapplicable', judgements, 'inapplicable'),
    ...names('Passed', judgements, 'passed'),
  ];
}

function section(heading: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [`### ${heading} (${entries.length})\n\n`, ...entries];
}

function brokenCheck(judgement: Judgement): string {
  return `- ${code(judgement.check)}: ${code(reasonOf(judgement))}\n\n`;
}

function openReason({ reason, members }: ReturnType<typeof reasonsOf>[number]): string {
  const musts = members.filter(({ level }) => level === 'MUST');
  const others = members.filter(({ level }) => level !== 'MUST');
  const line = (word: string, some: readonly Judgement[]): string =>
    some.length === 0 ? '' : `  - ${word}: ${some.map(({ check }) => code(check)).join(', ')}\n`;
  return `- ${count(members.length, 'check')}: ${plain(reason)}\n${line('MUST', musts)}${line('SHOULD and MAY', others)}\n`;
}

function names(heading: string, judgements: readonly Judgement[], outcome: Judgement['outcome']): readonly string[] {
  const members = judgements.filter((one) => one.outcome === outcome);
  if (members.length === 0) return [];
  return [`### ${heading} (${members.length})\n\n`, `${members.map(({ check }) => code(check)).join(', ')}\n\n`];
}

function footer(results: Results): string {
  const { coverage, run, tool } = results;
  const { verified, total } = coverage.total;
  const sentences = [
    ...scopeSentences(results.scope).map(plain),
    `This run verified ${verified} of ${total} requirements`,
    `Run ${code(run.id)} of ${code(`${tool.name} ${tool.version}`)}; the evidence is in report.html and session.har`,
  ];
  return `${sentences.join('. ')}.\n`;
}

/** The blocks that fit, and how many do not. */
function bounded(blocks: readonly string[], bytes: number): string {
  const note = (left: number): string =>
    `**Cut here:** ${count(left, 'more part')} did not fit; report.html has all.\n\n`;
  let left = bytes - Buffer.byteLength(note(blocks.length));
  const end = blocks.findIndex((block) => {
    left -= Buffer.byteLength(block);
    return left < 0;
  });
  return end === -1 ? blocks.join('') : `${blocks.slice(0, end).join('')}${note(blocks.length - end)}`;
}
