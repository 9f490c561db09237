import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { departuresOf } from '../../../engine/rule/counterexample.ts';
import type { Departure } from '../../../engine/rule/counterexample.ts';
import { refusalNamed, refusalNames } from '../../../reference-server/services/particular-refusals.ts';
import { startReferenceServer } from '../../../reference-server/mount/start.ts';
import type { StartedServer, StartOptions } from '../../../reference-server/mount/start.ts';
import { checks } from '../../../../suites/index.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { invalidGrant } from '../invalid-grant.ts';
import type { Io } from '../io.ts';
import { refuseUnknown } from '../selection.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface ServeOptions {
  readonly port: string;
  readonly plainPort?: string;
  readonly defect: readonly string[];
  readonly fault?: string;
  readonly caOut?: string;
  readonly json?: true;
}

const enrollments = ['get-policies', 'issue'] as const;
const renewals = ['renew'] as const;

/** Serves until it is interrupted. Only its owner can read the file with the password; it is deleted at the end. */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  const departures = [...options.defect.flatMap(departuresNamed), ...faultNamed(options.fault)];
  const port = portOf(options.port, '--port');
  const plainPort = options.plainPort === undefined ? undefined : portOf(options.plainPort, '--plain-port');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mde-conformance-'));
  try {
    await using server = await start(port, plainPort, departures, (request, { response }) => {
      const note = invalidGrant(request, response);
      if (note !== undefined) io.err(`${oneLine(note)}\n`);
    });
    const passwordFile = path.join(folder, 'password');
    const ca = options.caOut ?? path.join(folder, 'ca.pem');
    await writeFile(passwordFile, server.user.password, { mode: 0o600 });
    await writeCa(ca, server.caPem);
    io.out(options.json ? announceJson(server, passwordFile, ca) : announce(server, passwordFile, ca, wrongs(options)));
    await io.interrupted();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
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

/**
 * Refuses each request that the server would grant, with the fault of this subcode or ErrorType. A fault that only a renewal
 * can get refuses renewals only, because a device must enroll before it can renew.
 */
export function faultNamed(name: string | undefined): readonly Departure[] {
  if (name === undefined) return [];
  refuseUnknown(name, refusalNames, '--fault');
  const { subcode, errorType } = refusalNamed(name);
  const answer = { as: 'fault', subcode, ...(errorType === undefined ? {} : { errorType }) } as const;
  const refused = name === 'NotEligibleToRenew' ? renewals : [...enrollments, ...renewals];
  return refused.map((on) => ({ on, answer }));
}

function wrongs({ defect, fault }: ServeOptions): readonly string[] {
  return [...defect, ...(fault === undefined ? [] : [`the fault ${fault}`])];
}

function portOf(word: string, option: string): number {
  const port = Number(word);
  if (/^\d{1,5}$/.test(word) && port <= 65_535) return port;
  throw new UsageError(`${option}: "${word}" is not a port; allowed: 0 (any free one) to 65535`);
}

async function start(
  port: number,
  plainPort: number | undefined,
  departures: readonly Departure[],
  onReply: StartOptions['onReply'] & object,
): Promise<StartedServer> {
  try {
    return await startReferenceServer({
      port,
      ...(plainPort === undefined ? {} : { plainPort }),
      departures,
      onReply,
      keys: 'generated',
      seed: randomBytes(8).toString('hex'),
    });
  } catch (error) {
    if (isSystemError(error)) {
      const ports = plainPort === undefined ? `--port ${port}` : `--port ${port} or --plain-port ${plainPort}`;
      throw new UsageError(`${ports}: cannot listen there (${error.code})`);
    }
    throw error;
  }
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

function announceJson({ url, plainUrl, user }: StartedServer, passwordFile: string, ca: string): string {
  const plain = plainUrl === undefined ? {} : { plainHttp: plainUrl };
  return `${JSON.stringify({ url, email: user.email, passwordFile, ca, ...plain })}\n`;
}

function announce(
  { url, plainUrl, user }: StartedServer,
  passwordFile: string,
  ca: string,
  defects: readonly string[],
): string {
  const wrong = defects.length > 0 ? `with ${defects.join(', ')}` : 'without defects';
  return [
    `The reference server is ready, ${wrong}.`,
    `  url       ${url}`,
    ...(plainUrl === undefined ? [] : [`  plainHttp ${plainUrl}`]),
    `  user      ${user.email}`,
    `  password  in ${passwordFile}`,
    `  root CA   ${ca}`,
    '',
    'Try it in another terminal:',
    `  mde-conformance run ${url} --email ${user.email} --password-file ${passwordFile} --ca ${ca}`,
    '',
    'Press Ctrl+C to end it.',
    '',
  ].join('\n');
}
