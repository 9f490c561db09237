import { existsSync } from 'node:fs';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { exitCodes } from '../../../engine/verdict/verdict.ts';
import type { Judgement, Results } from '../../../engine/verdict/results.ts';
import type { Waiver } from '../../../engine/verdict/waiver.ts';
import { fingerprintOf, fingerprintVersion } from '../../../../reports/fingerprint.ts';
import { allJudgements } from '../../../../reports/own/own-judgements.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { count } from '../../../../reports/text/units.ts';
import { layWaivers } from '../../../../reports/waivers/lay-waivers.ts';
import { addWaivers } from '../../waivers/add-waivers.ts';
import { daysAfter, isDate } from '../../waivers/dates.ts';
import { isSame, readWaivers, type WaiversDocument } from '../../waivers/read-waivers.ts';
import { knownChecks, readWaiversFile } from '../gate.ts';
import { readInputFile } from '../input-file.ts';
import type { Io } from '../io.ts';
import { readResultsFile } from '../results-file.ts';
import { refuseUnknown } from '../selection.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface WaiveOptions {
  readonly check: readonly string[];
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
  readonly waivers?: string;
  readonly prune?: true;
}

/** How far ahead a waiver may expire, in days. */
const longestTerm = 366;

/**
 * Adds waivers of failed checks to a waivers file; they cover what the run saw and nothing else. With `prune` it changes nothing and says which waivers can go. Returns 0. Throws
 * `UsageError` and `UnusableWaivers`, and writes nothing then.
 */
export async function waive(argument: string, options: WaiveOptions, io: Io): Promise<number> {
  const { waivers: file } = options;
  if (file === undefined) throw new UsageError('waive needs --waivers <file>: the file that keeps the waivers');
  const { results } = await readResultsFile(argument);
  const today = new Date().toISOString().slice(0, 10);
  if (options.prune) {
    refuseOthers(options);
    io.out(pruneText(file, await readWaiversFile(file, knownChecks(results)), results, today));
    return exitCodes.conformant;
  }
  const made = waiversFor(results, options, today);
  const stored = existsSync(file) ? await readWaiversFile(file, knownChecks(results)) : undefined;
  const added = made.map((waiver) => withoutKnown(waiver, file, stored, today));
  const before = stored === undefined ? '' : (await readInputFile(file)).toString('utf8');
  const text = addWaivers(before, stored?.document, added, (value) => stringify(value, { lineWidth: 0 }));
  readWaivers(
    text,
    file,
    knownChecks(results).map(({ id }) => id),
  );
  await replace(file, text, stored !== undefined);
  for (const { check, expires, fingerprints = [] } of added)
    io.out(`Waived ${check} until ${expires}: ${count(fingerprints.length, 'deviation')}, in ${oneLine(file)}\n`);
  return exitCodes.conformant;
}

function refuseOthers({ check, reason, owner, expires }: WaiveOptions): void {
  const given = Object.entries({ '--check': check[0], '--reason': reason, '--owner': owner, '--expires': expires });
  const other = given.find(([, value]) => value !== undefined);
  if (other) throw new UsageError(`--prune only says which waivers can go; leave ${other[0]} out`);
}

/** The waivers that the options ask for. Throws `UsageError`. */
function waiversFor(results: Results, options: WaiveOptions, today: string): readonly Waiver[] {
  const [reason, owner, expires] = (['reason', 'owner', 'expires'] as const).map((name) => {
    const value = options[name]?.trim() ?? '';
    if (value === '') throw new UsageError(`waive needs --${name}: ${meanings[name]}`);
    return value;
  }) as [string, string, string];
  if (reason.length > 1000) throw new UsageError('--reason: at most 1000 characters are allowed');
  if (owner.length > 200) throw new UsageError('--owner: at most 200 characters are allowed');
  refuseDay(expires, today);
  if (options.check.length === 0)
    throw new UsageError(`waive needs --check <id>: a check that failed; ${failedIn(results)}`);
  return [...new Set(options.check)].map((id): Waiver => {
    refuseUnknown(
      id,
      knownChecks(results).map((check) => check.id),
      '--check',
    );
    const judgement = allJudgements(results).find(({ check }) => check === id);
    if (judgement?.outcome !== 'failed') {
      const what = judgement === undefined ? 'was not judged' : `is ${judgement.outcome}`;
      throw new UsageError(
        `--check: ${id} ${what} in run ${results.run.id}, so there is no failure to waive; ${failedIn(results)}`,
      );
    }
    return { check: id, reason, owner, expires, fingerprintVersion, fingerprints: fingerprintsOf(judgement) };
  });
}

const meanings = {
  reason: 'why the failure is accepted for now',
  owner: 'who answers for it',
  expires: 'the last day on which it holds, such as 2026-12-31',
} as const;

function fingerprintsOf({ check, findings }: Judgement): readonly string[] {
  return [...new Set(findings.map((finding) => fingerprintOf(check, finding)))];
}

const mostNamed = 5;

function failedIn(results: Results): string {
  const failed = allJudgements(results)
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ check }) => check);
  const more = failed.length > mostNamed ? ` and ${failed.length - mostNamed} more` : '';
  return failed.length === 0
    ? 'no check failed there'
    : `failed there: ${failed.slice(0, mostNamed).join(', ')}${more}`;
}

function refuseDay(expires: string, today: string): void {
  const last = daysAfter(today, longestTerm);
  const allowed = `give a day from ${today} to ${last} (${longestTerm} days ahead at most), such as ${daysAfter(today, 90)}`;
  if (!isDate(expires)) throw new UsageError(`--expires: "${expires}" is no day of the calendar; ${allowed}`);
  if (expires < today) throw new UsageError(`--expires: ${expires} has passed; ${allowed}`);
  if (expires > last) throw new UsageError(`--expires: ${expires} is too far ahead; ${allowed}`);
}

/** What no waiver of the file covers yet. Throws `UsageError` if that is nothing. */
function withoutKnown(waiver: Waiver, file: string, stored: WaiversDocument | undefined, today: string): Waiver {
  const { waivers = [], lines = [] } = stored ?? {};
  const known = waivers.flatMap(({ fingerprints }, index) => {
    const other = waivers[index];
    return other && isSame(waiver, other) ? [{ other, fingerprints, line: lines[index] ?? 1 }] : [];
  });
  const whole = known.find(({ fingerprints }) => fingerprints === undefined);
  const covered = new Set(known.flatMap(({ fingerprints = [] }) => fingerprints));
  const left = (waiver.fingerprints ?? []).filter((fingerprint) => !covered.has(fingerprint));
  const [first] = known;
  if (whole === undefined && (left.length > 0 || first === undefined)) return { ...waiver, fingerprints: left };
  const { other, line } = whole ?? first ?? { other: waiver, line: 1 };
  const state = other.expires < today ? `, and expired on ${other.expires}` : `, until ${other.expires}`;
  throw new UsageError(
    `${file}:${line}: there is a waiver of ${waiver.check} that covers this${state}; change its day there, or remove it first`,
  );
}

/** Writes beside the file first, so that a full disk loses nothing. */
async function replace(file: string, text: string, isThere: boolean): Promise<void> {
  const place = isThere ? await realpath(file) : file;
  const next = `${place}.${process.pid}.tmp`;
  try {
    await writeFile(next, text, { flag: 'wx' });
    await rename(next, place);
  } catch (error) {
    await rm(next, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`--waivers: ${file} cannot be written (${code}); it is as it was`);
  }
}

/** Which waivers can go: expired by today, or stale in the run. */
function pruneText(file: string, { waivers, lines }: WaiversDocument, results: Results, today: string): string {
  const { waivers: uses = [] } = layWaivers(results, waivers);
  const going = uses.flatMap(({ check, state, expires, because }, index) => {
    const why = expires < today ? `it expired on ${expires}` : state === 'stale' ? because : undefined;
    return why === undefined ? [] : [`  ${file}:${lines[index] ?? 1}: ${check}: ${why}`];
  });
  const head =
    going.length === 0
      ? `No waiver of ${file} can go: none has expired, and none is stale in run ${results.run.id}`
      : `${count(going.length, 'waiver')} of ${waivers.length} can go (nothing was changed):`;
  return `${[head, ...going].map((line, index) => (index === 0 ? oneLine(line) : `  ${oneLine(line)}`)).join('\n')}\n`;
}
