import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPemFile } from '../../../device/target/pem-file.ts';
import { readTargetFile } from '../../../device/target/target-file.ts';
import { exitCodeOfSteps } from '../../doctor/step.ts';
import type { Step } from '../../doctor/step.ts';
import { tryTarget } from '../../doctor/try-target.ts';
import type { Trial, TriedTarget } from '../../doctor/try-target.ts';
import type { Answers } from '../../init/answers.ts';
import { addressIn, refuseNoEmail, refuseNoPem, refuseNoVariable } from '../../init/checked.ts';
import { targetText } from '../../init/target-text.ts';
import type { Io } from '../io.ts';
import { stepWriter } from '../step-text.ts';
import { timeoutOf } from '../timeout.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface InitOptions {
  readonly url?: string;
  readonly email?: string;
  readonly ca?: string;
  readonly passwordEnv?: string;
  readonly passwordFile?: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  readonly yes?: true;
  readonly force?: true;
  /** False with `--no-try`. */
  readonly try: boolean;
  readonly timeout: string;
}

const interrupted = 130;

/** Writes a target file: asks at a terminal, or takes the options. It tries the server, and never writes a secret. */
export async function init(file: string, options: InitOptions, io: Io): Promise<number> {
  const timeoutMs = timeoutOf(options.timeout, '--timeout');
  refuseName(file);
  const given = givenIn(options);
  const terminal = options.yes === true ? undefined : io.terminal;
  const isThere = existsSync(file);
  const write = stepWriter(io);
  const tried: Step[] = [];
  const attempt = async (target: TriedTarget): Promise<Trial> => {
    if (!options.try) return { steps: [], ways: [] };
    return await tryTarget(target, timeoutMs, io.env);
  };
  const show = (steps: readonly Step[]): void => {
    tried.splice(0, tried.length, ...steps);
    for (const step of steps) io.out(write(step));
  };
  const pemOf = (ca: string): string => readPemFile(ca, '--ca').join('');
  let answers: Answers;
  if (terminal) {
    const { ask, isConfirmed } = await import('../../init/ask.ts');
    try {
      if (isThere && options.force !== true && !(await isConfirmed(`${file} is there; replace it?`, terminal))) {
        io.err(`mde-conformance: ${file} stays as it is\n`);
        return 2;
      }
      answers = await ask({ terminal, given, env: io.env, attempt, show, pemOf });
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error;
      io.err('mde-conformance: ended; nothing was written\n');
      return interrupted;
    }
  } else {
    if (isThere && options.force !== true) throw new UsageError(`${file} is there; --force replaces it`);
    answers = complete(given, options.yes === true);
    const { url, email, ca } = answers;
    show((await attempt({ url, email, ...(ca === undefined ? {} : { ca: pemOf(ca) }) })).steps);
  }
  writeText(file, targetText(answers, file), isThere);
  // What was written has to be what a run accepts.
  readTargetFile(file);
  const code = exitCodeOfSteps(tried);
  const next = code === 0 ? `doctor ${file}` : `doctor ${file}, once the problem above is solved`;
  io.out(`${tried.length > 0 ? '\n' : ''}Written: ${file}\nNext:    mde-conformance ${next}\n`);
  return code;
}

function writeText(file: string, text: string, isThere: boolean): void {
  try {
    writeFileSync(file, text, { flag: isThere ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file} cannot be written (${code})`);
  }
}

function refuseName(file: string): void {
  if (!/\.ya?ml$/i.test(file))
    throw new UsageError(`"${file}" is no name for it; init writes YAML, such as target.yaml`);
  const folder = path.dirname(path.resolve(file));
  if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
    throw new UsageError(`the folder ${folder} does not exist; make it first`);
  }
}

/** What the options say; each is checked as an answer is. Throws `TargetError` or `UsageError`. */
function givenIn(options: InitOptions): Partial<Answers> {
  const { passwordEnv, passwordFile, tokenEnv, tokenFile, certFile, keyFile, ca } = options;
  refuseBoth('--password-env', passwordEnv, '--password-file', passwordFile);
  refuseBoth('--token-env', tokenEnv, '--token-file', tokenFile);
  if ((certFile === undefined) !== (keyFile === undefined)) {
    throw new UsageError('--cert-file and --key-file belong together; give both');
  }
  for (const variable of [passwordEnv, tokenEnv]) if (variable !== undefined) refuseNoVariable(variable);
  for (const [from, pem] of [
    ['--ca', ca],
    ['--cert-file', certFile],
  ] as const)
    if (pem !== undefined) refuseNoPem(pem, from);
  if (options.email !== undefined) refuseNoEmail(options.email);
  const address = options.url === undefined ? undefined : addressIn(options.url);
  const email = options.email ?? address?.email;
  const password = referenceOf(passwordEnv, passwordFile);
  const token = referenceOf(tokenEnv, tokenFile);
  return {
    ...(address === undefined ? {} : { url: address.url }),
    ...(email === undefined ? {} : { email }),
    ...(ca === undefined ? {} : { ca }),
    ...(password === undefined ? {} : { password }),
    ...(token === undefined ? {} : { signIn: { token } }),
    ...(certFile === undefined || keyFile === undefined ? {} : { certificate: { certFile, keyFile } }),
  };
}

function refuseBoth(one: string, first: string | undefined, other: string, second: string | undefined): void {
  if (first !== undefined && second !== undefined)
    throw new UsageError(`${one} and ${other} exclude each other; keep one`);
}

function referenceOf(env: string | undefined, file: string | undefined): Answers['password'] {
  if (env !== undefined) return { env };
  return file === undefined ? undefined : { file };
}

/** Nobody can be asked. Throws `UsageError`, which names what is missing. */
function complete({ url, email, ...others }: Partial<Answers>, isYes: boolean): Answers {
  const missing = [...(url === undefined ? ['--url'] : []), ...(email === undefined ? ['--email'] : [])];
  if (url === undefined || email === undefined) {
    const why = isYes ? '--yes asks nothing' : 'there is no terminal to ask at';
    throw new UsageError(`init: ${why}; give ${missing.join(' and ')}`);
  }
  return { ...others, url, email };
}
