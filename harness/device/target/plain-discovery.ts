import { TargetError } from './target-error.ts';

/** What is known of the addresses of discovery. */
interface DiscoveryAddresses {
  readonly url: string;
  readonly plainHttp?: string;
}

/**
 * Where a device that trusts no certificate of the server asks for it in plain HTTP: the named address, or port 80 beside the
 * standard port. Undefined beside another port, where it is not known, and for a target that is plain HTTP itself.
 */
export function plainDiscoveryUrl({ url, plainHttp }: DiscoveryAddresses): string | undefined {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol !== 'https:') return undefined;
  return plainHttp ?? (port === '' ? `http://${hostname}${pathname}` : undefined);
}

/** Checks a `plainHttp` of a target file; a path that it leaves out is that of discovery. Throws `TargetError`. */
export function namedPlainHttp(named: string, url: string): string {
  const plain = URL.canParse(named) ? new URL(named) : undefined;
  const { protocol, hostname, pathname } = new URL(url);
  if (plain?.protocol !== 'http:') throw new TargetError(`"plainHttp" must be a URL with http:`);
  if (protocol !== 'https:')
    throw new TargetError('"plainHttp" is for a target with https:; this one is plain HTTP itself');
  if (plain.hostname !== hostname) {
    throw new TargetError(`"plainHttp" must be on the host of the target, ${hostname}; it is on ${plain.hostname}`);
  }
  if (plain.search !== '' || plain.username !== '' || plain.password !== '') {
    throw new TargetError('"plainHttp" must carry no query, user name or password: anybody can read it on the way');
  }
  return plain.pathname === '/' ? `${plain.origin}${pathname}` : plain.href;
}
