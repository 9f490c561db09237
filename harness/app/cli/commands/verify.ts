import { exitCodes } from '../../../engine/verdict/verdict.ts';
import { packageVersion } from '../../../package-root.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { count } from '../../../../reports/text/units.ts';
import { verifyBundle, type Verification } from '../../bundle/verify-bundle.ts';
import type { BundleFiles } from '../../bundle/check-files.ts';
import { loadModules } from '../../own-checks/load-modules.ts';
import type { CheckModule } from '../../own-checks/own-module.ts';
import { readResults } from '../../../../reports/results/results.ts';
import { readBundle } from '../bundle-files.ts';
import { rootsIn } from '../certificate-files.ts';
import type { Io } from '../io.ts';
import { readVerificationKey } from '../signing-key.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface VerifyOptions {
  readonly key?: string;
  readonly rejudge?: true;
  readonly deviceTrust?: string;
  /** Modules of checks: files or packages. */
  readonly checks?: readonly string[];
  readonly json?: true;
}

/** Says whether a folder of reports, or a zip archive of one, is as it was written: 0 if it is, 1 if not. Throws `UsageError`. */
export async function verify(argument: string, options: VerifyOptions, io: Io): Promise<number> {
  if (options.deviceTrust !== undefined && !options.rejudge)
    throw new UsageError('--device-trust is for --rejudge; add it, or leave both out');
  if ((options.checks ?? []).length > 0 && !options.rejudge)
    throw new UsageError('--checks is for --rejudge; add it, or leave both out');
  const key = options.key === undefined ? undefined : await readVerificationKey(options.key);
  const deviceTrust = await rootsIn(options.deviceTrust);
  const modules = await loadModules(options.checks ?? []);
  const { files, odd } = await readBundle(argument);
  refuseOtherModules(files, modules);
  const verification = await verifyBundle(files, {
    ...(key ? { key } : {}),
    ...(options.rejudge ? { rejudge: { deviceTrust, modules } } : {}),
  });
  const links = odd.map((file) => ({ file, kind: 'added' as const, says: 'is no plain file' }));
  const all: Verification = { ...verification, problems: [...verification.problems, ...links] };
  if (options.rejudge && all.rejudged === undefined && all.problems.length === 0)
    throw new UsageError(`${argument} cannot be judged again: ${unjudgeable(all)}`);
  const isIntact = all.problems.length === 0;
  if (options.json) io.out(`${JSON.stringify({ bundle: argument, isIntact, ...all, says: meaning(all) }, null, 2)}\n`);
  else io.out(textOf(argument, all, isIntact));
  return isIntact ? exitCodes.conformant : exitCodes.nonconformant;
}

/** Throws `UsageError` for a module that the run did not use, or used in another version: its judgements would differ, and nobody had altered them. */
function refuseOtherModules(files: BundleFiles, modules: readonly CheckModule[]): void {
  const text = files.get('results.json')?.toString('utf8');
  if (modules.length === 0 || text === undefined) return;
  const { own = [] } = readResults(text);
  for (const { name } of modules) {
    const stored = own.find(({ module }) => module.prefix === name.prefix)?.module;
    if (stored === undefined)
      throw new UsageError(`--checks ${name.name}: the run used no module with the prefix "${name.prefix}"`);
    if (stored.digest !== name.digest)
      throw new UsageError(
        `--checks ${name.name}: its SHA-256 is ${name.digest ?? 'unknown'}, and the run used ${stored.name} with ${stored.digest ?? 'none'}; give that version`,
      );
  }
}

function unjudgeable({ run, notes }: Verification): string {
  return run === undefined || notes.length > 0 ? notes.join('; ') : 'it holds no session.har';
}

function textOf(argument: string, verification: Verification, isIntact: boolean): string {
  const { problems, files, rendered, rejudged, notes, run } = verification;
  return [
    `${isIntact ? '✓ Intact' : '✕ Altered'}  ${oneLine(argument)}`,
    ...problems.map(({ file, says }) => `  ✕ ${oneLine(`${file} ${says}`)}`),
    ...(run === undefined ? [] : [`  ${oneLine(`Run ${run.id} of ${run.target}: ${run.verdict}`)}`]),
    ...(isIntact ? [`  ${count(files, 'file')} as the manifest says; none is missing, none was added`] : []),
    ...(rendered.length === 0 ? [] : [`  Rendered again to the same bytes: ${rendered.join(', ')}`]),
    ...(rejudged === undefined
      ? []
      : [`  Judged again to the same bytes: ${count(rejudged, 'judgement')}, by version ${packageVersion}`]),
    ...notes.map((note) => `  Note: ${oneLine(note)}`),
    `  ${meaning(verification)}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** What the signature shows, and what it does not. */
function meaning({ signature }: Verification): string {
  const limit = 'it does not show that the server is good';
  if (signature.state === 'verified')
    return `Signed by the key ${signature.key ?? ''}. A signature shows who ran what, and that nobody changed it since; ${limit}.`;
  if (signature.state === 'unverified')
    return `Signed, and not verified: name the public key with --key. A signature shows who ran what; ${limit}.`;
  if (signature.state === 'wrong') return 'The signature does not hold, so nobody stands for these files.';
  return `Not signed: whoever changed a file could have renewed the manifest, too. A signature (--sign) shows who ran what; ${limit}.`;
}
