import type { Check } from '../../engine/rule/check.ts';
import { exitCodes } from '../../engine/verdict/verdict.ts';
import type { Results } from '../../engine/verdict/results.ts';
import type { FailOn, Waiver } from '../../engine/verdict/waiver.ts';
import { baselineFacts, layBaseline } from '../../../reports/waivers/lay-baseline.ts';
import { layWaivers } from '../../../reports/waivers/lay-waivers.ts';
import { exitCodeUnder } from '../../../reports/waivers/exit-code.ts';
import { checks } from '../../../suites/index.ts';
import { checksWith } from '../own-checks/with-modules.ts';
import type { CheckModule } from '../own-checks/own-module.ts';
import { longestFile, readWaivers, type WaiversDocument } from '../waivers/read-waivers.ts';
import { readInputFile } from './input-file.ts';
import { readResultsFile } from './results-file.ts';
import { UsageError } from './usage-error.ts';

/** The options that say which failures end the command with 1. */
export interface GateOptions {
  readonly waivers?: string;
  readonly baseline?: string;
  /** False for `--no-new`. */
  readonly new?: boolean;
  readonly failOn?: FailOn;
}

/** Lays waivers, the baseline and `--fail-on` over what was judged. */
export type Gate = (results: Results) => Results;

/** Reads the files of a gate, before anything is sent. Throws `UnusableWaivers` and `UsageError`. */
export async function prepareGate(
  { waivers: file, baseline, new: isOpen, failOn }: GateOptions,
  modules: readonly CheckModule[] = [],
): Promise<Gate> {
  const isGate = isOpen === false;
  if (isGate && baseline === undefined)
    throw new UsageError('--no-new needs --baseline <results.json>: the run that it is held against');
  const waivers = file === undefined ? [] : (await readWaiversFile(file, checksWith(modules))).waivers;
  const before = baseline === undefined ? undefined : await readBaseline(baseline);
  return (judged) => {
    const counted = failOn === undefined || failOn === 'must' ? judged : { ...judged, failOn };
    const waived = withWaivers(counted, waivers);
    return before === undefined ? waived : layBaseline(waived, baselineFacts(before, waived, isGate));
  };
}

/** Waivers over results, and the exit code under both. */
export function withWaivers(results: Results, waivers: readonly Waiver[]): Results {
  const isBare = waivers.length === 0 && results.waivers === undefined;
  return isBare ? { ...results, exitCode: exitCodeUnder(results) } : layWaivers(results, waivers);
}

/** Bytes: a character has at most four. */
const largestFile = 4 * longestFile;

/** Reads a waivers file. `known` are the checks that it may name. Throws `UnusableWaivers`, or `UsageError` where it cannot be read. */
export async function readWaiversFile(
  file: string,
  known: readonly Pick<Check, 'id'>[] = checks,
): Promise<WaiversDocument> {
  const text = (await readInputFile(file, largestFile)).toString('utf8');
  return readWaivers(
    text,
    file,
    known.map(({ id }) => id),
  );
}

async function readBaseline(argument: string): Promise<Results> {
  const { file, results } = await readResultsFile(argument);
  const { verdict, because, exitCode, counts } = results;
  const refuse = (says: string): never => {
    throw new UsageError(`--baseline: ${file} ${says}; name the results of a run that judged the server`);
  };
  if (verdict === 'unsound') refuse(`is unsound and proves nothing (${because})`);
  if (exitCode === exitCodes.unreachable) refuse(`is of a run that did not reach its target (${because})`);
  if (counts.passed + counts.failed === 0) refuse('judged nothing');
  return results;
}

/** The checks that a run may have judged: ours, and those of the modules that its results have. */
export function knownChecks({ own = [] }: Results): readonly Pick<Check, 'id'>[] {
  return [...checks, ...own.flatMap(({ judgements }) => judgements.map(({ check }) => ({ id: check as Check['id'] })))];
}
