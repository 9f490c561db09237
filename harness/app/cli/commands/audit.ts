import path from 'node:path';
import { assess } from '../../assess.ts';
import { loadModules } from '../../own-checks/load-modules.ts';
import type { CheckModule } from '../../own-checks/own-module.ts';
import { apart, checksWith } from '../../own-checks/with-modules.ts';
import type { Together } from '../../device-log/with-recording.ts';
import { occasionOf } from '../../stored-session.ts';
import type { Session } from '../../../wire/exchange/exchange.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { OutputFolderError } from '../../../../reports/output-folder.ts';
import { rootsIn } from '../certificate-files.ts';
import { deliver, prepareDelivery } from '../deliver.ts';
import type { DeliveryOptions } from '../deliver.ts';
import { prepareGate } from '../gate.ts';
import type { GateOptions } from '../gate.ts';
import { folderName } from '../folder-name.ts';
import type { Io } from '../io.ts';
import { selectChecks } from '../selection.ts';
import type { Selection } from '../selection.ts';
import { readSessionFile } from '../session-file.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface AuditOptions extends DeliveryOptions, GateOptions {
  readonly suite?: string;
  readonly check?: string;
  /** Modules of checks: files or packages. */
  readonly checks?: readonly string[];
  readonly deviceTrust?: string;
  /** Exported logs of the device that was recorded. */
  readonly log?: readonly string[];
}

/** Exit codes, worst first: the documented precedence. */
const precedence = [4, 5, 1, 6, 3, 0];

/** Lines that the summary keeps beside the answer of logs. */
const fewestLines = 10;

/**
 * Judges stored sessions, each into its own folder if there are several; returns the worst exit code. Where a report cannot be written, it
 * goes on with the other sessions and throws then.
 */
export async function audit(files: readonly string[], options: AuditOptions, io: Io): Promise<number> {
  const modules = await loadModules(options.checks ?? []);
  const selection = selectChecks(checksWith(modules), options);
  const names = folderNames(files);
  const gate = await prepareGate(options, modules);
  const deviceTrust = await rootsIn(options.deviceTrust);
  const log = await logsFor(files, options.log ?? []);
  const recordings = await Promise.all(files.map(readSessionFile));
  const sessions = recordings.map(({ stored }) => stored);
  for (const [index, { notes }] of recordings.entries()) {
    for (const note of notes) io.err(`mde-conformance: ${oneLine(`${files[index] ?? ''}: ${note}`)}\n`);
  }
  const selections = sessions.map(({ session }, index) => selectionIn(session, selection, modules, files[index] ?? ''));
  const deliveries = await Promise.all(
    names.map((name) =>
      prepareDelivery({ ...options, out: name === '' ? options.out : path.join(options.out, name) }, files.length),
    ),
  );
  const codes: number[] = [];
  let unwritten: OutputFolderError | undefined;
  for (const [index, { session, har }] of sessions.entries()) {
    const delivery = deliveries[index];
    const chosen = selections[index];
    if (!delivery || !chosen) continue;
    const occasion = occasionOf(session, 'audit', files[index] ?? '');
    if (session.exchanges.length === 0) {
      io.err(
        `mde-conformance: ${oneLine(files[index] ?? '')} is a HAR without entries, so there is nothing to judge\n`,
      );
    }
    const { ours, modules: own } = apart(chosen.checks, modules, chosen.filters.length === 0);
    const judged = assess(
      session,
      ours,
      { ...occasion, filters: chosen.filters, deviceTrust, ...(io.maker ? { maker: io.maker() } : {}) },
      own,
    );
    const results = gate(judged);
    const together = log?.({ results, session }, options.verbose === true) ?? '';
    // With --json, standard output holds the one results document.
    if (together !== '') (options.json ? io.err : io.out)(together);
    const lines =
      together === '' ? delivery.lines : Math.max(fewestLines, delivery.lines - together.split('\n').length);
    try {
      codes.push(await deliver({ results, session, har }, { ...delivery, lines }, io));
    } catch (error) {
      if (!(error instanceof OutputFolderError)) throw error;
      unwritten ??= error;
    }
  }
  if (unwritten) throw unwritten;
  return precedence.find((code) => codes.includes(code)) ?? 0;
}

/**
 * What is to be judged of a session. A narrowed run shows nothing of other checks: by default those are judged to which it was narrowed,
 * and others are refused with `UsageError`.
 */
function selectionIn(
  { meta }: Session,
  selection: Selection,
  modules: readonly CheckModule[],
  file: string,
): Selection {
  if (meta?.selected === undefined) return selection;
  const { selected, filters } = meta;
  const shown = checksWith(modules).filter(({ id }) => selected.includes(id));
  const own = modules.flatMap(({ checks }) => checks).filter((check) => selection.checks.includes(check));
  const isOwnUnshown = own.length > 0 && !own.some((check) => shown.includes(check));
  const other = (isOwnUnshown ? own : selection.checks).find((check) => !shown.includes(check));
  if (selection.filters.length > 0 && other === undefined) return selection;
  if (selection.filters.length === 0 && shown.length > 0 && !isOwnUnshown) return { checks: shown, filters };
  const missing = meta.modules?.filter(({ prefix }) => !modules.some(({ name }) => name.prefix === prefix)) ?? [];
  if (shown.length === 0 && missing.length > 0)
    throw new UsageError(
      `${file}: its run was limited to ${filters.join(', ')}, which checks of ${missing.map(({ name }) => name).join(', ')} judge; name that module with --checks`,
    );
  const what = other === undefined ? '' : `, so it does not show what ${other.id} judges`;
  throw new UsageError(`${file}: its run was limited to ${filters.join(', ')}${what}`);
}

/** What the logs say together with a recording; undefined without logs. Throws `UsageError` for several recordings. */
async function logsFor(files: readonly string[], names: readonly string[]): Promise<Together | undefined> {
  if (names.length === 0) return undefined;
  if (files.length > 1)
    throw new UsageError(`--log goes with one recording, and ${files.length} are given; audit each by itself`);
  const { logsWithRecording } = await import('../../device-log/with-recording.ts');
  return await logsWithRecording(names);
}

/** The report of one recording goes into the output folder itself; several go into folders with their names. */
function folderNames(files: readonly string[]): string[] {
  if (files.length === 1) return [''];
  const names = files.map(folderName);
  // Some file systems do not tell upper and lower case apart.
  const keys = names.map((name) => name.toLowerCase());
  const second = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (second === -1) return names;
  const first = keys.indexOf(keys[second] ?? '');
  throw new UsageError(
    `two recordings have the name "${names[second]}": ${files[first]} and ${files[second]}; audit each of them with its own --out`,
  );
}
