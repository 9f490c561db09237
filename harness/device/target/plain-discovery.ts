import { TargetError } from './target-error.ts';

/** The known addresses of discovery. */
interface DiscoveryAddresses {
  readonly url: string;
  readonly plainHttp?: string;
}

/**
 * The address of discovery in plain HTTP: the named address, or port 80 if HTTPS has the standard port. Undefined if
 * HTTPS has another port, because the address is then unknown, and for a target that itself uses plain HTTP.
 */
export function plainDiscoveryUrl({ url, plainHttp }: DiscoveryAddresses): string | undefined {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol !== 'https:') return undefined;
  return plainHttp ?? (port === '' ? `http://${hostname}${pathname}` : undefined);
}

/** Checks `plainHttp` of a target file, and adds the path of discovery if it has none. Throws `TargetError`. */
export function namedPlainHttp(named: string, url: string): string {
  const plain = URL.canParse(named) ? new URL(named) : undefined;
  const { protocol, hostname, pathname } = new URL(url);
  if (plain?.protocol !== 'http:') throw new TargetError(`"plainHttp" must be a URL with http:`);
  if (protocol !== 'https:')
    throw new TargetError('"plainHttp" needs a target with https:, but this target uses plain HTTP');
  if (plain.hostname !== hostname) {
    throw new TargetError(`"plainHttp" must be on the host of the target, ${hostname}; it is on ${plain.hostname}`);
  }
  if (plain.search !== '' || plain.username !== '' || plain.password !== '') {
    throw new TargetError(
      '"plainHttp" must not carry a query, user name or password, because anybody on the network can read it',
    );
  }
  return plain.pathname === '/' ? `${plain.origin}${pathname}` : plain.href;
}
