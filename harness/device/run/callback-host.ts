import { lookup } from 'node:dns/promises';
import net from 'node:net';
import { networkInterfaces } from 'node:os';

/** The host of a callback address is not an address of this machine, and no port says that something forwards to it. */
export class ForeignCallbackHost extends Error {
  override readonly name = 'ForeignCallbackHost';
}

/**
 * The address of this machine to listen on for a callback URL: the one that its host names or resolves to (IPv4 first). Undefined stands
 * for all interfaces: the host is elsewhere, and `isForwarded` says that something there forwards to this machine over an unknown one.
 * Throws `ForeignCallbackHost` if the host is elsewhere and nothing forwards.
 */
export async function callbackHost(url: string, isForwarded: boolean): Promise<string | undefined> {
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = await addressesOf(host);
  const own = addresses.find(isOwn);
  if (own !== undefined || isForwarded) return own;
  const found = addresses.length === 0 || net.isIP(host) !== 0 ? '' : ` (${addresses.join(', ')})`;
  throw new ForeignCallbackHost(`${host}${found} is no address of this machine`);
}

async function addressesOf(host: string): Promise<readonly string[]> {
  if (net.isIP(host) !== 0) return [host];
  try {
    const found = await lookup(host, { all: true });
    return found.sort((one, other) => one.family - other.family).map(({ address }) => address);
  } catch {
    return [];
  }
}

function isOwn(address: string): boolean {
  if (address.startsWith('127.') && net.isIPv4(address)) return true;
  return Object.values(networkInterfaces()).some((entries) => entries?.some((entry) => entry.address === address));
}
