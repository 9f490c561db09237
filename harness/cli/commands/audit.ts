import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readHar, serialiseHar, writeHar } from '../../session/har.ts';
import type { Session } from '../../session/exchange.ts';
import { assess } from '../../../suites/assess.ts';
import { checks } from '../../../suites/index.ts';
import { deliver, prepareDelivery } from '../deliver.ts';
import type { DeliveryOptions } from '../deliver.ts';
import type { Io } from '../io.ts';
import { selectChecks } from '../selection.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface AuditOptions extends DeliveryOptions {
  readonly suite?: string;
  readonly check?: string;
}

/** How bad an exit code is, worst first (the precedence of the contract). */
const precedence = [5, 1, 3, 0];

/** Judges stored sessions, each in a folder of its own where there are several; the exit code is the worst of them. */
export async function audit(files: readonly string[], options: AuditOptions, io: Io): Promise<number> {
  const { checks: selected } = selectChecks(checks, options);
  const names = folderNames(files);
  const sessions = await Promise.all(files.map(readSession));
  const deliveries = await Promise.all(
    names.map((name) => prepareDelivery({ ...options, out: name === '' ? options.out : path.join(options.out, name) })),
  );
  const codes: number[] = [];
  for (const [index, { session, har }] of sessions.entries()) {
    const delivery = deliveries[index];
    if (!delivery) continue;
    const results = assess(session, selected, occasionOf(session, files[index] ?? ''));
    codes.push(await deliver({ results, session, har }, delivery, io));
  }
  return precedence.find((code) => codes.includes(code)) ?? 0;
}

function occasionOf(session: Session, file: string): Parameters<typeof assess>[2] {
  const { meta, exchanges } = session;
  const first = exchanges[0]?.startedAt ?? new Date(0).toISOString();
  const last = exchanges.at(-1);
  const end = last ? Date.parse(last.startedAt) + last.durationMs : Date.parse(first);
  return {
    mode: 'audit',
    runId: meta?.runId ?? path.basename(file, path.extname(file)),
    startedAt: meta?.startedAt ?? first,
    durationMs: meta?.durationMs ?? Math.max(0, end - Date.parse(first)),
    target: path.basename(file),
  };
}

async function readSession(file: string): Promise<{ session: Session; har: string }> {
  const har = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return withoutSecrets(readHar(har), har);
  } catch (error) {
    if (error instanceof Error && error.name === 'UnreadableSession') throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** Our own sessions are redacted and stay as they are, to the byte; a stranger's is redacted before anything is stored. */
function withoutSecrets(session: Session, har: string): { session: Session; har: string } {
  if (session.meta) return { session, har };
  const redacted = serialiseHar(writeHar(session));
  return { session: readHar(redacted), har: redacted };
}

/** One recording goes into the output folder itself, several into folders of their names. */
function folderNames(files: readonly string[]): string[] {
  if (files.length === 1) return [''];
  const names = files.map((file) => path.basename(file, path.extname(file)));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new UsageError(`two recordings are called "${repeated}"; audit them one by one, each with its --out`);
  }
  return names;
}
