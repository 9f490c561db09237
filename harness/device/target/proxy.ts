import { BlockList, isIP } from 'node:net';
import { isLoopback } from './loopback.ts';
import { TargetError } from './target-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that name a proxy for a target; a run also asks its host in plain HTTP. */
const variables = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'];

/**
 * Throws `TargetError` if the environment demands a proxy for this URL: a live run connects to each host itself, because it reads the
 * bytes of the connection, so it would not reach the server, or reach it past the proxy. A host that NO_PROXY covers is none of the
 * proxy's, and neither is this machine. The message does not quote the proxy, whose address may hold a password.
 */
export function refuseProxy(url: string, environment: Environment): void {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const used = variables.flatMap((name) => [name, name.toLowerCase()]).find((name) => isSet(environment[name]));
  if (used === undefined || isLoopback(url)) return;
  const list = [environment['NO_PROXY'], environment['no_proxy']].find(isSet) ?? '';
  if (isExcepted(host, port === '' ? ({ 'https:': '443' }[protocol] ?? '80') : port, list)) return;
  throw new TargetError(
    `${used} is set; this tool does not go through a proxy (it reads the raw bytes of each connection, and the TLS of the server ` +
      `itself); unset it, or put "${host}" into NO_PROXY if this machine reaches the server directly`,
  );
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}

/** Entries are apart by commas or spaces: `*`, a name (those below it too), an address, a subnet; all but a subnet may have a port. */
function isExcepted(host: string, port: string, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => entry === '*' || isInSubnet(host, entry) || isNamed(host, port, entry));
}

function isNamed(host: string, port: string, entry: string): boolean {
  const [, bracketed, plain = '', ending] =
    /^(?:\[(.+)\]|(.*?))(?::(\d+))?$/.exec(isIP(entry) ? `[${entry}]` : entry) ?? [];
  if (ending !== undefined && ending !== port) return false;
  const name = (bracketed ?? plain).replace(/^\*?\./, '');
  return name !== '' && (host === name || (isIP(host) === 0 && host.endsWith(`.${name}`)));
}

function isInSubnet(host: string, entry: string): boolean {
  const [network = '', bits = ''] = entry.split('/');
  const family = isIP(network);
  if (isIP(host) !== family || family === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) {
    return false;
  }
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const subnet = new BlockList();
  subnet.addSubnet(network, Number(bits), type);
  return subnet.check(host, type);
}
