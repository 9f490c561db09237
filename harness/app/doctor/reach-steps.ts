import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { judged, ok, skipped } from './step.ts';
import type { Problem, Step } from './step.ts';

/** What the steps below HTTP found. */
export interface Reach {
  readonly steps: readonly Step[];
  /** Whether a connection came about, so that it is worth sending something. */
  readonly isOpen: boolean;
}

/** At more addresses than these, a device will hardly try, either. */
const mostAddresses = 4;

/** Resolves the host of a URL, and connects to each of its addresses; sends nothing. */
export async function reachSteps(url: string, timeoutMs: number): Promise<Reach> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const number = port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port);
  const resolved = await addressesOf(host, timeoutMs);
  const dns = isIP(host) === 0 ? dnsStep(host, resolved) : skipped('dns', `${host} is an address`);
  if (resolved.addresses.length === 0) {
    return { steps: [dns, skipped('tcp', `${host} does not resolve`)], isOpen: false };
  }
  const attempts = await Promise.all(
    resolved.addresses.slice(0, mostAddresses).map((address) => attemptAt(address, number, timeoutMs)),
  );
  return { steps: [dns, tcpStep(`${hostname}:${number}`, attempts)], isOpen: attempts.some(isOpen) };
}

interface Resolved {
  readonly addresses: readonly string[];
  /** Why there is none. */
  readonly code?: string;
}

async function addressesOf(host: string, timeoutMs: number): Promise<Resolved> {
  const given = new AbortController();
  const late = after(timeoutMs, { addresses: [], code: 'no answer in time' }, { signal: given.signal, ref: false });
  late.catch(() => undefined);
  const found = lookup(host, { all: true }).then(
    (all) => ({ addresses: all.map(({ address }) => address) }),
    (error: unknown) => ({ addresses: [], code: codeOf(error) }),
  );
  try {
    return await Promise.race([found, late]);
  } finally {
    given.abort();
  }
}

function dnsStep(host: string, { addresses, code = 'no address' }: Resolved): Step {
  if (addresses.length > 0) return ok('dns', `${host} is ${addresses.join(', ')}`);
  const isUnknown = code === 'ENOTFOUND';
  const isDerived = /^enterpriseenrollment\./i.test(host);
  const remedy = isUnknown
    ? isDerived
      ? `publish a CNAME or address record of ${host}, or give the discovery URL in place of the domain`
      : 'correct the name, or publish an address record; a name of an internal zone needs the resolver of that network'
    : 'check the resolver of this machine (/etc/resolv.conf, VPN)';
  const what = isUnknown ? `the name ${host} does not exist (${code})` : `${host} does not resolve (${code})`;
  return judged('dns', what, [{ owner: 'network', what, remedy }]);
}

interface Attempt {
  readonly address: string;
  readonly ms: number;
  /** Missing where the connection came about. */
  readonly code?: string;
}

function attemptAt(address: string, port: number, timeoutMs: number): Promise<Attempt> {
  return new Promise((resolve) => {
    const start = performance.now();
    const socket = connect({ host: address, port });
    const end = (code?: string): void => {
      socket.destroy();
      resolve({ address, ms: Math.round(performance.now() - start), ...(code === undefined ? {} : { code }) });
    };
    socket.setTimeout(timeoutMs, () => {
      end('ETIMEDOUT');
    });
    socket.once('connect', () => {
      end();
    });
    socket.once('error', (error) => {
      end(codeOf(error));
    });
  });
}

function isOpen({ code }: Attempt): boolean {
  return code === undefined;
}

/** An address of a family that this machine does not have says nothing of the target. */
const ownLack: readonly string[] = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];

function tcpStep(host: string, attempts: readonly Attempt[]): Step {
  const open = attempts.filter(isOpen);
  const isAlone = open.length === 0;
  const failed = attempts.filter((attempt) => !isOpen(attempt) && (isAlone || !ownLack.includes(attempt.code ?? '')));
  const [fastest] = open.toSorted((one, other) => one.ms - other.ms);
  const problems = failed.map(({ address, code = '' }): Problem => ({
    owner: 'network',
    what: `${host} ${words[code] ?? 'cannot be connected to'}${attempts.length > 1 ? ` at ${address}` : ''} (${code})`,
    remedy: isAlone
      ? (remedies[code] ?? 'check the route and the firewalls between this machine and the target')
      : 'take the address out of DNS, or let the server listen there: a device may choose it',
  }));
  return judged(
    'tcp',
    fastest ? `${host} accepts connections (${fastest.ms} ms)` : `no connection to ${host}`,
    problems,
  );
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections',
  ETIMEDOUT: 'does not answer',
};

const remedies: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'start the server, or correct the port',
  ETIMEDOUT: 'look for a firewall that drops the packets, or correct the address',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
