import path from 'node:path';
import pc from 'picocolors';
import type { Counts, CoverageRow, Finding, Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { failedMusts, isBlocked, rootCauses, warnings, type RootCause } from '../selection.ts';
import { oneLine } from '../text/printable.ts';
import { count, duration } from '../text/units.ts';
import {
  exitMeaning,
  impactSentence,
  modeSentence,
  mustSentence,
  outcomeMarks,
  parts,
  reasonOf,
  verdictMarks,
} from '../text/wording.ts';
import { field, paragraph, wrapAt, type Wrap } from './wrap.ts';

/** How the summary is laid out. */
export interface SummaryOptions {
  readonly colour: boolean;
  /** Columns of the terminal; default 100. */
  readonly width?: number;
  /** The output folder, where reports were written. */
  readonly folder?: string;
}

/** The exit code of a run that did not reach its target. */
const unreachable = 4;

type Colours = ReturnType<typeof pc.createColors>;

interface Context {
  readonly colours: Colours;
  readonly wrap: Wrap;
}

/** What a person at a terminal needs to act: the verdict, each failed MUST with its remedy, and the place of the evidence. */
export function renderSummary(results: Results, { colour, width = 100, folder }: SummaryOptions): string {
  const context: Context = { colours: pc.createColors(colour), wrap: wrapAt(Math.max(width, 40)) };
  const findings = results.exitCode === unreachable ? seenOnTheWay(results, context) : details(results, context);
  const blocks = [heading(results, context), ...findings, footer(results, folder, context)];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function details(results: Results, context: Context): string[] {
  return [
    section(
      'Failed mandatory checks',
      failedMusts(results).map((judgement) => failure(judgement, context)),
      context,
    ),
    section('Blocked: fix the cause first, then run again', blocked(results, context), context),
    section(
      'Warnings: a SHOULD or MAY is not met',
      warnings(results).map((judgement) => warning(judgement, context)),
      context,
    ),
    section('Could not be judged', unjudged(results, context), context),
    section('Internal errors in this tool', errored(results, context), context),
  ];
}

/** If the run did not reach its target, its findings are not a list of defects. */
function seenOnTheWay(results: Results, context: Context): string[] {
  const failed = [...failedMusts(results), ...warnings(results)];
  return [
    section(
      'Seen before the run ended',
      failed.map((judgement) => warning(judgement, context)),
      context,
    ),
    section('Internal errors in this tool', errored(results, context), context),
  ];
}

function heading({ verdict, because, run, counts }: Results, { colours, wrap }: Context): string {
  const { symbol, word } = verdictMarks[verdict];
  const paint = verdict === 'conformant' ? colours.green : verdict === 'nonconformant' ? colours.red : colours.yellow;
  return [
    `${colours.bold(paint(`${symbol} ${word}`))}  ${oneLine(run.target)}`,
    paragraph(because, '  ', wrap),
    colours.dim(paragraph(countsLine(counts), '  ', wrap)),
  ].join('\n');
}

function countsLine(counts: Counts): string {
  const must = (number: number) => (number === 0 ? '' : ` (${number} MUST)`);
  return [
    `${counts.passed} passed`,
    `${counts.failed} failed${must(counts.failedMust)}`,
    `${counts.inconclusive} inconclusive${must(counts.inconclusiveMust)}`,
    `${counts.inapplicable} inapplicable`,
    ...(counts.errored === 0 ? [] : [`${counts.errored} errored`]),
  ].join(', ');
}

function section(title: string, items: readonly string[], { colours }: Context): string {
  if (items.length === 0) return '';
  const separator = items.some((item) => item.includes('\n')) ? '\n\n' : '\n';
  return `${colours.bold(title)} (${items.length})\n${items.join(separator)}`;
}

function failure(judgement: Judgement, context: Context): string {
  const { colours, wrap } = context;
  const [first, ...others] = judgement.findings;
  const must = mustSentence(judgement);
  const more = others.length === 0 ? [] : [`and ${count(others.length, 'more finding')} in ${indices(others)}`];
  return [
    paragraph(`${judgement.title} [${judgement.check}]`, '  ', wrap, colours.red(outcomeMarks.failed.symbol)),
    ...(first === undefined ? [] : [field('seen', seen(first), wrap), ...more.map((text) => field('', text, wrap))]),
    ...(must === undefined ? [] : [field('must', must, wrap)]),
    field('device', impactSentence(judgement.impact), wrap),
    field('change', judgement.remedy, wrap),
    ...(first === undefined ? [] : [field('where', where(first), wrap)]),
  ].join('\n');
}

function seen({ message, expected, actual }: Finding): string {
  const compared = [
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(actual === undefined ? [] : [`got ${actual}`]),
  ];
  return compared.length === 0 ? message : `${message} (${compared.join('; ')})`;
}

function where({ exchange, part, path }: Finding): string {
  return `session.har, exchange ${exchange}, ${parts[part]}${path === undefined ? '' : ` ${path}`}`;
}

function indices(findings: readonly Finding[]): string {
  const all = [...new Set(findings.map(({ exchange }) => exchange))];
  const shown = all.length > 8 ? `${all.slice(0, 8).join(', ')} and others` : all.join(', ');
  return `${all.length === 1 ? 'exchange' : 'exchanges'} ${shown}`;
}

function blocked(results: Results, { colours, wrap }: Context): string[] {
  return rootCauses(results.judgements, results).map((cause) =>
    paragraph(blockedLine(cause), '  ', wrap, colours.yellow(outcomeMarks.inconclusive.symbol)),
  );
}

function blockedLine({ check, blocked: members }: RootCause): string {
  return `${tally(members)} blocked by ${check}`;
}

function warning({ check, title, level, findings }: Judgement, { colours, wrap }: Context): string {
  const [first] = findings;
  const what = first === undefined ? title : `${first.message} (exchange ${first.exchange})`;
  return paragraph(`${level} ${check}: ${what}`, '  ', wrap, colours.yellow(outcomeMarks.failed.symbol));
}

/** Lists each reason once, with the checks that could not be judged for it. */
function unjudged({ judgements }: Results, { colours, wrap }: Context): string[] {
  const alone = judgements.filter((judgement) => judgement.outcome === 'inconclusive' && !isBlocked(judgement));
  return [...new Set(alone.map(reasonOf))].map((reason) => {
    const members = alone.filter((judgement) => reasonOf(judgement) === reason);
    return paragraph(`${whatWaits(members)}: ${reason}`, '  ', wrap, colours.yellow(outcomeMarks.inconclusive.symbol));
  });
}

function whatWaits(members: readonly Judgement[]): string {
  const [only] = members;
  return members.length === 1 && only ? `${only.level} ${only.check}` : tally(members);
}

function tally(members: readonly Judgement[]): string {
  return `${count(members.length, 'check')} (${members.filter(({ level }) => level === 'MUST').length} MUST)`;
}

function errored({ judgements }: Results, { colours, wrap }: Context): string[] {
  return judgements
    .filter(({ outcome }) => outcome === 'errored')
    .map((judgement) =>
      paragraph(`${judgement.check}: ${reasonOf(judgement)}`, '  ', wrap, colours.magenta(outcomeMarks.errored.symbol)),
    );
}

function footer(results: Results, folder: string | undefined, { colours, wrap }: Context): string {
  const { run, exitCode, coverage } = results;
  const ignored = results.exchanges
    .filter(({ kind, deviations }) => kind === 'other' && deviations.length === 0)
    .map(({ index }) => index);
  return [
    ...(ignored.length === 0
      ? []
      : [
          paragraph(
            `Ignored, because it is not enrollment traffic: ${count(ignored.length, 'exchange')} (${ignored.join(', ')})`,
            '',
            wrap,
          ),
        ]),
    ...(folder === undefined
      ? []
      : [paragraph(`Report: ${path.join(folder, 'report.html')} (exchange 3 is at #exchange-3)`, '', wrap)]),
    colours.dim(paragraph(coverageSentence(coverage.total), '', wrap)),
    colours.dim(paragraph(`Exit code ${exitCode}: ${exitMeaning(exitCode)}.`, '', wrap)),
    colours.dim(paragraph(`${modeSentence(results)}; ${duration(run.durationMs)}, profile ${run.profile}.`, '', wrap)),
  ].join('\n');
}

function coverageSentence({ total, verified, attainable }: CoverageRow): string {
  return `This run verified ${verified} of ${total} requirements; a run with all states and capabilities can verify ${attainable}.`;
}
