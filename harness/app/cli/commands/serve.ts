import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { passwordInFile } from '../../../device/target/password.ts';
import { departuresOf } from '../../../engine/rule/counterexample.ts';
import type { Departure } from '../../../engine/rule/counterexample.ts';
import { exitCodes } from '../../../engine/verdict/verdict.ts';
import { startReferenceServer } from '../../../reference-server/mount/start.ts';
import type { StartedServer, StartOptions } from '../../../reference-server/mount/start.ts';
import type { KnownSecret } from '../../../wire/redaction/secret-ledger.ts';
import { checks } from '../../../../suites/index.ts';
import type { Io } from '../io.ts';
import { refuseUnknown } from '../selection.ts';
import { announce, announceJson } from '../serving/announcement.ts';
import type { Announced } from '../serving/announcement.ts';
import { authNamed } from '../serving/auth-option.ts';
import { entraTrust } from '../serving/entra-option.ts';
import { commandNamed } from '../serving/command-option.ts';
import { delayNamed } from '../serving/delay-option.ts';
import { openExchangeLog, type ExchangeLog } from '../serving/exchange-log.ts';
import { faultNamed } from '../serving/fault-option.ts';
import { certificateDays, pathPrefix, portOf, userEmail } from '../serving/server-options.ts';
import { createWitness } from '../serving/witness.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface ServeOptions {
  readonly port: string;
  readonly plainPort?: string;
  readonly auth: string;
  readonly entraIssuer?: string;
  readonly defect: readonly string[];
  readonly fault: readonly string[];
  readonly delay: readonly string[];
  readonly command: readonly string[];
  readonly strict?: true;
  readonly certificateDays?: string;
  readonly pathPrefix?: string;
  readonly user?: string;
  readonly passwordFile?: string;
  readonly log?: string;
  readonly caOut?: string;
  readonly json?: true;
}

/**
 * Serves until it is interrupted, and shows each request in one line on standard error. Only its owner can read the file with the password;
 * unless the user named it, it is deleted at the end, also where an internal error or a second Ctrl+C ends the process. Exit 2 for a wrong
 * option, or if an exchange could not be kept.
 */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  const { settings, user, knownSecrets } = read(options);
  const { log: logFile } = options;
  await using log = logFile === undefined ? undefined : await openExchangeLog(logFile, knownSecrets);
  let origin = '';
  const witness = createWitness(io, { log, knownSecrets, origin: () => origin });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mde-conformance-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  // An internal error and a second Ctrl+C end the process at once.
  process.once('exit', remove);
  try {
    await using server = await discarding(log, () => start({ ...settings, user, onReply: witness.onReply }));
    ({ origin } = server);
    const passwordFile = options.passwordFile ?? path.join(folder, 'password');
    const ca = options.caOut ?? path.join(folder, 'ca.pem');
    await discarding(log, () => writeCa(ca, server.caPem));
    if (options.passwordFile === undefined) await writeFile(passwordFile, user.password, { mode: 0o600 });
    const certificate =
      settings.auth?.includes('certificate') === true ? await writeIdentity(folder, server) : undefined;
    const announced = {
      ...pick(server),
      ...(certificate ? { certificate } : {}),
      passwordFile,
      ca,
      ...(logFile === undefined ? {} : { log: logFile }),
    };
    io.out(
      options.json
        ? announceJson({ ...announced, peculiarities: [] })
        : announce({ ...announced, peculiarities: peculiarities(options) }),
    );
    await io.interrupted();
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
  return witness.hasLost() ? exitCodes.usage : 0;
}

function pick({
  url,
  plainUrl,
  user,
  termsOfUse,
}: StartedServer): Pick<StartedServer, 'url' | 'plainUrl' | 'user' | 'termsOfUse'> {
  return {
    url,
    user,
    ...(termsOfUse === undefined ? {} : { termsOfUse }),
    ...(plainUrl === undefined ? {} : { plainUrl }),
  };
}

interface Read {
  readonly settings: Omit<StartOptions, 'user' | 'onReply'> & { readonly port: number };
  readonly user: NonNullable<StartOptions['user']>;
  readonly knownSecrets: readonly KnownSecret[];
}

/** Everything that the options say. Throws `UsageError`, or `TargetError` for the file with the password. */
function read(options: ServeOptions): Read {
  const secrets: KnownSecret[] = [];
  const given =
    options.passwordFile === undefined ? undefined : passwordInFile(options.passwordFile, '--password-file');
  const password = given?.revealTo((secret) => secrets.push(secret)) ?? randomBytes(12).toString('base64url');
  const auth = authNamed(options.auth);
  const entra = entraTrust(options.entraIssuer, auth);
  return {
    settings: {
      port: portOf(options.port, '--port'),
      auth,
      ...(entra ? { entra } : {}),
      ...(options.plainPort === undefined ? {} : { plainPort: portOf(options.plainPort, '--plain-port') }),
      ...(options.certificateDays === undefined ? {} : { certificateDays: certificateDays(options.certificateDays) }),
      ...(options.pathPrefix === undefined ? {} : { pathPrefix: pathPrefix(options.pathPrefix) }),
      departures: [...options.defect.flatMap(departuresNamed), ...options.fault.flatMap(faultNamed)],
      delayMs: delayNamed(options.delay),
      ...(options.command.length === 0 ? {} : { commands: options.command.map(commandNamed) }),
      isStrict: options.strict === true,
      keys: 'generated',
      seed: randomBytes(8).toString('hex'),
    },
    user: { email: options.user === undefined ? 'user@contoso.example' : userEmail(options.user), password },
    knownSecrets: secrets.length > 0 ? secrets : [{ kind: 'password', value: password }],
  };
}

/** The departures that `<check-id>[:n]` names; n counts the counterexamples of the check from 0. */
function departuresNamed(word: string): readonly Departure[] {
  const [id = '', number = '0'] = word.split(':');
  refuseUnknown(
    id,
    checks.map((check) => check.id),
    '--defect',
  );
  const counterexamples = checks.find((check) => check.id === id)?.counterexamples ?? [];
  const counterexample = /^\d+$/.test(number) ? counterexamples[Number(number)] : undefined;
  if (counterexample) return departuresOf(counterexample);
  const names = counterexamples.map(({ name }, index) => `${id}:${index} (${name})`).join(', ');
  throw new UsageError(`--defect: there is no "${word}"; allowed: ${names}`);
}

function peculiarities({ defect, fault, delay, strict }: ServeOptions): readonly string[] {
  return [
    ...defect,
    ...fault.map((word) => `the fault ${word}`),
    ...delay.map((word) => `a delay of ${word.replace('@', ' ms at ')}${word.includes('@') ? '' : ' ms'}`),
    ...(strict === true ? ['strictness'] : []),
  ];
}

/** A server that never served leaves no log behind. */
async function discarding<T>(log: ExchangeLog | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await log?.discard();
    throw error;
  }
}

async function start(options: StartOptions & { readonly port: number }): Promise<StartedServer> {
  const { port, plainPort } = options;
  try {
    return await startReferenceServer(options);
  } catch (error) {
    if (isSystemError(error)) {
      const ports = plainPort === undefined ? `--port ${port}` : `--port ${port} or --plain-port ${plainPort}`;
      throw new UsageError(`${ports}: cannot listen there (${error.code})`);
    }
    throw error;
  }
}

/** Writes the certificate of the user and its key, which only their owner can read. */
async function writeIdentity(
  folder: string,
  { userIdentity: { certificate, key } }: StartedServer,
): Promise<NonNullable<Announced['certificate']>> {
  const [certFile, keyFile] = [path.join(folder, 'user.pem'), path.join(folder, 'user.key')];
  await writeFile(certFile, certificate.pem);
  await writeFile(keyFile, key.privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  return { certFile, keyFile };
}

async function writeCa(file: string, pem: string): Promise<void> {
  try {
    await writeFile(file, pem, { flag: 'wx' });
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') {
      throw new UsageError(`--ca-out: "${file}" exists already; name a new file`);
    }
    if (isSystemError(error)) throw new UsageError(`--ca-out: "${file}" cannot be written (${error.code})`);
    throw error;
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
