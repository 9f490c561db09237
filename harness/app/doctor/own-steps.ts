import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { listenForCallbacks } from '../../device/run/callback-listener.ts';
import type { CallbackAddress } from '../../device/run/callback-listener.ts';
import { isLoopback } from '../../device/target/loopback.ts';
import { refuseProxy } from '../../device/target/proxy.ts';
import type { Target } from '../../device/target/target.ts';
import { TargetError } from '../../device/target/target-error.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';
import { serveIssuer } from '../serve-issuer.ts';
import { judged, ok, skipped } from './step.ts';
import type { Problem, Step } from './step.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a run needs of this machine: a Node that is new enough, a port on loopback, a folder for what it writes. */
export async function machineStep(folder: string): Promise<Step> {
  const { node, openssl } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const problems: Problem[] = [];
  if (major < 20 || (major === 20 && minor < 19)) {
    problems.push({ owner: 'machine', what: `this is Node ${node}`, remedy: 'install Node 20.19 or later' });
  }
  const port = await freePort();
  if (typeof port !== 'number') {
    problems.push({
      owner: 'machine',
      what: `no port of 127.0.0.1 can be listened at (${port.code})`,
      remedy: 'let this user listen on loopback',
    });
  }
  for (const place of new Set([folder, tmpdir()])) {
    if (!isWritable(place))
      problems.push({
        owner: 'machine',
        what: `nothing can be written to ${place}`,
        remedy: 'start in a folder of yours',
      });
  }
  return judged('machine', `Node ${node}, OpenSSL ${openssl}; loopback and this folder can be used`, problems);
}

async function freePort(): Promise<number | { readonly code: string }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    return { code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown error' };
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const proxyVariables = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'];

/** A run goes through no proxy (decision 19). */
export function proxyStep(url: string, env: Environment): Step {
  try {
    refuseProxy(url, env);
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    const [what = '', ...remedy] = error.message.split('; unset it, ');
    return judged('proxy', what, [{ owner: 'config', what, remedy: `unset it, ${remedy.join('')}` }]);
  }
  const named = proxyVariables
    .flatMap((name) => [name, name.toLowerCase()])
    .find((name) => (env[name] ?? '').trim() !== '');
  return ok('proxy', named === undefined ? 'no variable names one' : `${named} is set, and leaves this host out`);
}

/** How long the own address may take to answer, in milliseconds. */
const callbackMs = 5_000;

/** Listens where the target is to reach this machine, and asks there from here. */
export async function callbackStep(target: Target, address: CallbackAddress | undefined): Promise<Step> {
  const { url } = target;
  try {
    // The keys of an issuer are fetched from this machine, too.
    await (await serveIssuer(target))[Symbol.asyncDispose]();
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    const remedy = 'name a free port, or end what listens there';
    return judged('callback', error.message, [{ owner: 'config', what: error.message, remedy }]);
  }
  if (!address && !isLoopback(url)) {
    return skipped('callback', 'without --callback-url, a run does not judge what the target fetches');
  }
  try {
    await using callback = await listenForCallbacks(address);
    const own = callback.urlFor('doctor');
    const { host } = new URL(own);
    await createLiveTransport({ timeoutMs: callbackMs })({
      method: 'GET',
      url: own,
      headers: [['Host', host]],
      body: new Uint8Array(),
      connection: { plainHttp: true },
    }).catch(() => undefined);
    if (callback.fetches(own) > 0)
      return ok('callback', `${new URL(own).origin} leads to this machine, as seen from here`);
    return skipped(
      'callback',
      `${new URL(own).origin} does not lead here as seen from this machine; whether the target gets through, a run shows`,
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const what = `--callback-url: cannot listen there (${why})`;
    return judged('callback', what, [{ owner: 'config', what, remedy: 'name a free local port with --callback-port' }]);
  }
}
