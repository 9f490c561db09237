import pc from 'picocolors';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { ownSentences } from '../own/own-sentences.ts';
import { countsSentence } from '../text/counts.ts';
import { oneLine } from '../text/printable.ts';
import { inOrder } from '../text/order.ts';
import { waysSentence } from '../text/ways.ts';
import { verdictMarks, verdictSentence } from '../text/wording.ts';
import { causeBlocks } from './causes.ts';
import { footer, shortFooter } from './footer.ts';
import { gateLines } from './gate-lines.ts';
import { openBlocks } from './open.ts';
import { ownBlocks } from './own.ts';
import { refusalBlocks } from './refusals.ts';
import { fit, type Block } from './room.ts';
import { paragraph, wrapAt, type Paper } from './wrap.ts';

/** How the summary is laid out. */
export interface SummaryOptions {
  readonly colour: boolean;
  /** Columns of the terminal; default 100. */
  readonly width?: number;
  /** The output folder, where reports were written. */
  readonly folder?: string;
  /** The exit code of the command, where it is not that of the results. */
  readonly exitCode?: number;
  /** Everything, however long it gets. */
  readonly verbose?: boolean;
  /** The lines that it may have; default 40. With fewer, it says the causes and leaves out what the run was. */
  readonly lines?: number;
}

/** The lines of a terminal that one session may take. */
const wholeScreen = 40;

/** The exit code of a run that did not reach its target. */
const unreachable = 4;

/**
 * What a person at a terminal needs to act, the first cause first: the verdict, the refused requests, what is wrong with the server, and
 * the place of the evidence. What does not fit into the lines is counted, not shown.
 */
export function renderSummary(results: Results, options: SummaryOptions): string {
  const { colour, width = 100, folder, verbose = false, lines = wholeScreen } = options;
  const columns = Math.max(width, 40);
  const paper: Paper = { colours: pc.createColors(colour), wrap: wrapAt(columns), columns, verbose };
  const isWhole = verbose || lines >= wholeScreen;
  const head = heading(results, paper, isWhole);
  const { exitCode = results.exitCode } = options;
  const close = isWhole ? footer : shortFooter;
  const foot = close({ ...results, exitCode }, folder, paper);
  const order = inOrder(results);
  const isReached = results.exitCode !== unreachable;
  const blocks: readonly Block[] = [
    ...refusalBlocks(order.stopping, results, paper),
    ...causeBlocks(order.security, results, paper, isReached),
    ...refusalBlocks(order.others, results, paper),
    ...causeBlocks(order.causes, results, paper, isReached),
    ...(isReached ? [...ownBlocks(results, paper), ...openBlocks(results, paper)] : []),
  ];
  const room = lines - lineCount(head) - lineCount(foot) - 2;
  const body = verbose ? blocks.map(({ long }) => long) : fit(blocks, room);
  return `${[head, ...body, foot].filter((block) => block !== '').join('\n\n')}\n`;
}

function heading(results: Results, paper: Paper, isWhole: boolean): string {
  const { verdict, because, run, counts } = results;
  const { colours, wrap } = paper;
  const ways = isWhole ? waysSentence(results) : undefined;
  const { symbol } = verdictMarks[verdict];
  const paint = verdict === 'conformant' ? colours.green : verdict === 'nonconformant' ? colours.red : colours.yellow;
  return [
    `${colours.bold(paint(`${symbol} ${verdictSentence(results)}`))}  ${oneLine(run.target)}`,
    paragraph(because, '  ', wrap),
    colours.dim(paragraph(countsSentence(counts), '  ', wrap)),
    ...gateLines(results, paper, isWhole).map((line) => paragraph(line, '  ', wrap)),
    ...(ways === undefined ? [] : [paragraph(ways, '  ', wrap)]),
    ...ownSentences(results).map((sentence) => paragraph(sentence, '  ', wrap)),
  ].join('\n');
}

function lineCount(text: string): number {
  return text === '' ? 0 : text.split('\n').length + 1;
}
