import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { exitCodes } from '../../../engine/verdict/verdict.ts';
import type { Results } from '../../../engine/verdict/results.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { renderers } from '../../../../reports/index.ts';
import { manifestName, readManifest, UnreadableManifest } from '../../../../reports/manifest.ts';
import type { StoredSession } from '../../stored-session.ts';
import { prepareDelivery, writeReports } from '../deliver.ts';
import type { DeliveryOptions } from '../deliver.ts';
import { knownChecks, readWaiversFile, withWaivers } from '../gate.ts';
import type { Io } from '../io.ts';
import { readResultsFile } from '../results-file.ts';
import { readSessionFile } from '../session-file.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface ReportOptions extends DeliveryOptions {
  /** Laid over the judgements in place of the waivers of the run. */
  readonly waivers?: string;
  readonly session?: string;
}

/**
 * Renders the reports of a run again from its results document and the session beside it; judges nothing. Where the folder has reports of
 * this run already, those are renewed too, so that all of them are of one version. Waivers replace those of the run. Returns 0, whatever the
 * verdict is.
 */
export async function report(argument: string, options: ReportOptions, io: Io): Promise<number> {
  const { file, results: read, isMigrated } = await readResultsFile(argument);
  const results =
    options.waivers === undefined
      ? read
      : withWaivers(read, (await readWaiversFile(options.waivers, knownChecks(read))).waivers);
  const stored = await sessionFor(file, results, options.session);
  const delivery = await prepareDelivery({
    ...options,
    format: [options.format, ...keptFormats(options.out, results)].join(','),
  });
  if (isMigrated) note(`${file} has an older shape; what it does not tell is missing in the reports`, io);
  if (!stored) {
    note(`there is no session.har beside ${file}, so the reports show no exchange; name it with --session`, io);
  }
  const session = stored?.session ?? { exchanges: [] };
  const names = await writeReports({ results, session, ...(stored ? { har: stored.pieces } : {}) }, delivery);
  if (options.json) {
    io.out(`${JSON.stringify({ folder: options.out, run: results.run.id, files: names }, null, 2)}\n`);
  } else {
    io.out(`Wrote ${names.join(', ')} to ${oneLine(options.out)}\n`);
  }
  return exitCodes.conformant;
}

/** The formats that the output folder has of this run; a folder of another run or without a manifest has none. */
function keptFormats(folder: string, { run }: Results): readonly string[] {
  const file = path.join(folder, manifestName);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return [];
  try {
    const { runId, files } = readManifest(readFileSync(file, 'utf8'));
    const names = new Set(runId === run.id ? files.map(({ name }) => name) : []);
    return Object.entries(renderers).flatMap(([format, { fileName }]) => (names.has(fileName) ? [format] : []));
  } catch (error) {
    // The check of the output folder names it.
    if (error instanceof UnreadableManifest) return [];
    throw error;
  }
}

function note(text: string, io: Pick<Io, 'err'>): void {
  io.err(`mde-conformance: ${oneLine(text)}\n`);
}

/** The session that is named, or the one beside the results. Throws `UsageError` for the session of another run. */
async function sessionFor(
  file: string,
  results: Results,
  named: string | undefined,
): Promise<StoredSession | undefined> {
  const beside = path.join(path.dirname(file), 'session.har');
  if (named === undefined && statSync(beside, { throwIfNoEntry: false }) === undefined) return undefined;
  const har = named ?? beside;
  const { stored } = await readSessionFile(har);
  const { meta, exchanges } = stored.session;
  if (meta !== undefined && meta.runId !== results.run.id) {
    throw new UsageError(
      `${har} is of run ${meta.runId}, and ${file} of run ${results.run.id}; name the session of that run with --session`,
    );
  }
  if (exchanges.length !== results.exchanges.length) {
    throw new UsageError(
      `${har} has ${exchanges.length} exchanges, and ${file} tells of ${results.exchanges.length}; name the session that was judged with --session`,
    );
  }
  return stored;
}
