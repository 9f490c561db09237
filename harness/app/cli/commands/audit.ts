import path from 'node:path';
import { assess } from '../../assess.ts';
import { checks } from '../../../../suites/index.ts';
import { occasionOf } from '../../stored-session.ts';
import type { Session } from '../../../wire/exchange/exchange.ts';
import { certificatesIn, readBoundedFile } from '../certificate-files.ts';
import { deliver, prepareDelivery } from '../deliver.ts';
import type { DeliveryOptions } from '../deliver.ts';
import type { Io } from '../io.ts';
import { selectChecks } from '../selection.ts';
import type { Selection } from '../selection.ts';
import { readSessionFile } from '../session-file.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface AuditOptions extends DeliveryOptions {
  readonly suite?: string;
  readonly check?: string;
  readonly deviceTrust?: string;
}

/** Exit codes, worst first: the documented precedence. */
const precedence = [4, 5, 1, 3, 0];

/** Judges stored sessions, each into its own folder if there are several; returns the worst exit code. */
export async function audit(files: readonly string[], options: AuditOptions, io: Io): Promise<number> {
  const selection = selectChecks(checks, options);
  const names = folderNames(files);
  const deviceTrust = await rootsIn(options.deviceTrust);
  const sessions = await Promise.all(files.map(readSessionFile));
  const selections = sessions.map(({ session }, index) => selectionIn(session, selection, files[index] ?? ''));
  const deliveries = await Promise.all(
    names.map((name) => prepareDelivery({ ...options, out: name === '' ? options.out : path.join(options.out, name) })),
  );
  const codes: number[] = [];
  for (const [index, { session, har }] of sessions.entries()) {
    const delivery = deliveries[index];
    const chosen = selections[index];
    if (!delivery || !chosen) continue;
    const occasion = occasionOf(session, 'audit', files[index] ?? '');
    if (session.exchanges.length === 0) {
      io.err(`mde-conformance: ${files[index] ?? ''} is a HAR without entries, so there is nothing to judge\n`);
    }
    const results = assess(session, chosen.checks, { ...occasion, filters: chosen.filters, deviceTrust });
    codes.push(await deliver({ results, session, har }, delivery, io));
  }
  return precedence.find((code) => codes.includes(code)) ?? 0;
}

/**
 * What is to be judged of a session. A narrowed run shows nothing of other checks: by default those are judged to which it was narrowed,
 * and others are refused with `UsageError`.
 */
function selectionIn({ meta }: Session, selection: Selection, file: string): Selection {
  if (meta?.selected === undefined) return selection;
  const { selected, filters } = meta;
  const shown = checks.filter(({ id }) => selected.includes(id));
  const other = selection.checks.find((check) => !shown.includes(check));
  if (selection.filters.length > 0 && other === undefined) return selection;
  if (selection.filters.length === 0 && shown.length > 0) return { checks: shown, filters };
  const what = other === undefined ? '' : `, so it does not show what ${other.id} judges`;
  throw new UsageError(`${file}: its run was limited to ${filters.join(', ')}${what}`);
}

/** The roots of a file as PEM; none where no file is named. */
async function rootsIn(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  return certificatesIn(await readBoundedFile(file), file).map(({ pem }) => pem);
}

/** The report of one recording goes into the output folder itself; several go into folders with their names. */
function folderNames(files: readonly string[]): string[] {
  if (files.length === 1) return [''];
  const names = files.map((file) => path.basename(file, path.extname(file)));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new UsageError(`two recordings have the name "${repeated}"; audit each of them with its own --out`);
  }
  return names;
}
