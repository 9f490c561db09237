import type { KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { exitCodes } from '../../../engine/verdict/verdict.ts';
import {
  manifestInfo,
  manifestName,
  readManifest,
  type Manifest,
  type OutputFile,
} from '../../../../reports/manifest.ts';
import { checkOutputFolder, writeOutputFolder } from '../../../../reports/output-folder.ts';
import { readResults } from '../../../../reports/results/results.ts';
import { signatureName, signEnvelope } from '../../../../reports/signature/envelope.ts';
import { statementOf } from '../../../../reports/signature/statement.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { currentSet, loadSet } from '../../../../suites/requirements/requirement-sets.ts';
import { verifyBundle } from '../../bundle/verify-bundle.ts';
import { readinessOf, type Readiness } from '../../certify/readiness.ts';
import { reproduceText } from '../../certify/reproduce.ts';
import { readStatement, UnusableStatement, type Statement } from '../../certify/statement.ts';
import { readBundle, type BundleContent } from '../bundle-files.ts';
import { readInputFile } from '../input-file.ts';
import type { Io } from '../io.ts';
import { readSigningKey, readVerificationKey } from '../signing-key.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface CertifyOptions {
  readonly statement?: string;
  readonly out?: string;
  readonly check?: true;
  readonly sign?: string;
  readonly key?: string;
  readonly json?: true;
}

const statementName = 'statement.yaml';
const reproduceName = 'REPRODUCE.md';

/**
 * Writes the kit that a vendor hands in, of a folder that a run wrote and of a statement; with `check` it only says what is missing. Returns 0 if
 * nothing is, else 1, and writes nothing then. Throws `UsageError`.
 */
export async function certify(folder: string, options: CertifyOptions, io: Io): Promise<number> {
  const { out, check } = options;
  if (options.statement === undefined)
    throw new UsageError('certify needs --statement <file>: what you say of your product; docs/bundles.md shows one');
  if (out === undefined && !check)
    throw new UsageError('certify needs --out <folder> for the kit, or --check to only say what is missing');
  if (out !== undefined) refuseSame(folder, out);
  const { bytes, statement } = await statementIn(options.statement);
  const signing = options.sign === undefined ? undefined : await readSigningKey(options.sign);
  const key = options.key === undefined ? undefined : await readVerificationKey(options.key);
  const bundle = await readBundle(folder);
  const { results, unmodified } = await sourceOf(folder, bundle, key);
  const readiness = readinessOf(results, statement, loadSet(currentSet));
  const all: Readiness = { ...readiness, missing: [...unmodified, ...readiness.missing] };
  const isReady = all.missing.length === 0;
  if (isReady && out !== undefined && !check) {
    const manifest = readManifest((bundle.files.get(manifestName) ?? '').toString());
    const kept = manifest.files.flatMap(({ name }): OutputFile[] => {
      const content = bundle.files.get(name);
      return content === undefined || name === statementName || name === reproduceName ? [] : [{ name, content }];
    });
    const own = [
      { name: statementName, content: bytes },
      { name: reproduceName, content: reproduceText(results, statement, all) },
    ];
    const files = [...kept, ...own];
    await checkOutputFolder(
      out,
      files.map(({ name }) => name),
    );
    const sign = signing && ((written: Manifest) => signEnvelope(statementOf(results, written), signing));
    await writeOutputFolder(out, files, manifestInfo(results, manifest.tool), sign);
  }
  const written = isReady && !check ? out : undefined;
  io.out(
    options.json
      ? `${JSON.stringify({ isReady, ...(written === undefined ? {} : { folder: written }), ...all }, null, 2)}\n`
      : textOf(all, written, options.sign !== undefined),
  );
  return isReady ? exitCodes.conformant : exitCodes.nonconformant;
}

async function statementIn(file: string): Promise<{ readonly bytes: Buffer; readonly statement: Statement }> {
  const bytes = await readInputFile(file, 262_144);
  try {
    return { bytes, statement: readStatement(bytes.toString('utf8')) };
  } catch (error) {
    if (!(error instanceof UnusableStatement)) throw error;
    throw new UsageError(`${file}: ${error.message}`);
  }
}

/** The results, and in sentences what was changed since they were written. */
async function sourceOf(folder: string, { files, odd }: BundleContent, key: KeyObject | undefined) {
  const document = files.get('results.json');
  if (document === undefined || !files.has('session.har')) {
    throw new UsageError(`${folder} has no results.json and session.har of a run; name a folder that "run" wrote`);
  }
  const results = readResults(document.toString('utf8'));
  const { problems, rejudged, notes } = await verifyBundle(files, {
    ...(key ? { key } : {}),
    rejudge: { deviceTrust: [] },
  });
  const unmodified = [
    ...problems.map(({ file, says }) => `${file} ${says}`),
    ...odd.map((file) => `${file} is no plain file`),
    ...(problems.length === 0 && rejudged === undefined
      ? [`the run could not be judged again: ${notes.join('; ')}`]
      : []),
  ];
  return { results, unmodified };
}

function refuseSame(folder: string, out: string): void {
  const [one, other] = [folder, out].map((name) => statSync(name, { throwIfNoEntry: false }));
  if (one !== undefined && one.ino === other?.ino && one.dev === other.dev)
    throw new UsageError(`--out ${out} is the folder of the run; name another one for the kit`);
}

function textOf({ missing, notes, scored }: Readiness, written: string | undefined, isSigned: boolean): string {
  const { set, checks, passed, failed, inapplicable, notScored } = scored;
  const named = [statementName, reproduceName, manifestName, ...(isSigned ? [signatureName] : [])].join(', ');
  return [
    missing.length === 0 ? '✓ Ready to hand in' : '✕ Not ready to hand in',
    ...missing.map((sentence) => `  ✕ ${sentence}`),
    ...notes.map((sentence) => `  Note: ${sentence}`),
    `  Set ${set}: ${passed} of ${checks} checks passed, ${failed} failed, ${inapplicable} inapplicable; ${notScored} others were judged and are not scored`,
    ...(written === undefined ? [] : [`  Wrote the reports, ${named} to ${written}`]),
  ]
    .map((line) => `${line.startsWith('  ') ? '  ' : ''}${oneLine(line)}\n`)
    .join('');
}
