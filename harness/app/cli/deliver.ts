import type { KeyObject } from 'node:crypto';
import { exitCodes } from '../../engine/verdict/verdict.ts';
import type { Results } from '../../engine/verdict/results.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { loadRenderer, renderers } from '../../../reports/index.ts';
import { checkOutputFolder, OutputFolderError, writeOutputFolder } from '../../../reports/output-folder.ts';
import { filesOf } from '../../../reports/renderer.ts';
import type { Rendered, Renderer } from '../../../reports/renderer.ts';
import { renderSummary } from '../../../reports/console/summary.ts';
import { manifestInfo, manifestName } from '../../../reports/manifest.ts';
import type { FileContent, Manifest } from '../../../reports/manifest.ts';
import { packageVersion } from '../../package-root.ts';
import { trendText } from '../../../reports/trend/trend-text.ts';
import { keepInHistory, prepareHistory } from './history.ts';
import type { Io } from './io.ts';
import { signatureName, signEnvelope } from '../../../reports/signature/envelope.ts';
import { statementOf } from '../../../reports/signature/statement.ts';
import { readSigningKey } from './signing-key.ts';
import { UsageError } from './usage-error.ts';

export interface DeliveryOptions {
  readonly out: string;
  readonly format: string;
  /** The file of a private key. */
  readonly sign?: string;
  /** A folder that keeps the results of each run. */
  readonly history?: string;
  readonly json?: true;
  readonly verbose?: true;
}

/** The output folder and the report formats, checked before a run begins. */
export interface Delivery {
  readonly folder: string;
  readonly renderers: readonly Renderer<Rendered>[];
  /** Writes what `--json` prints. */
  readonly document: Renderer;
  /** Signs the manifest. */
  readonly key?: KeyObject;
  /** The folder that keeps the results of each run. */
  readonly history?: string;
  readonly json: boolean;
  readonly verbose: boolean;
  /** The lines that the summary may have. */
  readonly lines: number;
}

/** What a terminal shows at once; several sessions share it, as long as each says its first cause. */
const mostLines = 40;
const fewestLines = 10;

/** Checks that the tool can make and write the requested reports. Throws if it cannot. */
export async function prepareDelivery(
  { out, format, sign, history, json, verbose }: DeliveryOptions,
  sessions = 1,
): Promise<Delivery> {
  const formats = format
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (formats.length === 0)
    throw new UsageError(`--format names no format; allowed: ${Object.keys(renderers).join(', ')}`);
  const chosen = await Promise.all([...new Set(['json', ...formats])].map((word) => loadRenderer(word)));
  const key = sign === undefined ? undefined : await readSigningKey(sign);
  if (history !== undefined) await prepareHistory(history);
  await checkOutputFolder(out, ['session.har', ...chosen.map(({ fileName }) => fileName)]);
  return {
    folder: out,
    renderers: chosen,
    document: await loadRenderer('json'),
    ...(key ? { key } : {}),
    ...(history === undefined ? {} : { history }),
    json: json === true,
    verbose: verbose === true,
    lines: Math.max(fewestLines, Math.floor(mostLines / sessions)),
  };
}

/** What is written: results, the session that they judge, and its text; without it no session is written. */
interface Delivered {
  readonly results: Results;
  readonly session: Session;
  readonly har?: FileContent;
}

/** Writes all reports and their manifest, and returns the names of the files. Throws `OutputFolderError`. */
export async function writeReports(
  { results, session, har }: Delivered,
  { folder, renderers: chosen, key }: Delivery,
): Promise<readonly string[]> {
  const reports = chosen.flatMap((renderer) => filesOf(renderer, results, session));
  const files = har === undefined ? reports : [...reports, { name: 'session.har', content: har }];
  const tool = { name: 'mde-conformance', version: packageVersion };
  const sign = key && ((manifest: Manifest) => signEnvelope(statementOf(results, manifest), key));
  await writeOutputFolder(folder, files, manifestInfo(results, tool), sign);
  return [...files.map(({ name }) => name), manifestName, ...(key ? [signatureName] : [])];
}

/**
 * Writes all reports and their manifest, prints the summary or the results document, and returns the exit code. If it cannot write
 * the reports, it prints first, with the exit code that this has, and throws then, so that the results are not lost.
 */
export async function deliver(
  delivered: Delivered,
  delivery: Delivery,
  io: Pick<Io, 'out' | 'colour' | 'width'>,
): Promise<number> {
  const { folder, document, json, verbose, lines, history } = delivery;
  const { session } = delivered;
  const results = history === undefined ? delivered.results : await keepInHistory(history, delivered.results);
  const print = (written: { readonly folder?: string; readonly exitCode?: number }): void => {
    const { colour, width } = io;
    const { exitCode = results.exitCode } = written;
    io.out(
      json
        ? document.render({ ...results, exitCode }, session)
        : renderSummary(results, { colour, width, verbose, lines, ...written }),
    );
  };
  try {
    await writeReports({ ...delivered, results }, delivery);
  } catch (error) {
    if (error instanceof OutputFolderError) print({ exitCode: exitCodes.usage });
    throw error;
  }
  print({ folder });
  if (results.trend && !json) io.out(trendText(results.trend));
  return results.exitCode;
}
