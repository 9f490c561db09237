/** An address of this machine; a server that fetches what a request names connects to it. */
export interface Callback {
  /** The address for this path: `http://127.0.0.1:49152/4c1f/document-types-1`. */
  readonly urlFor: (path: string) => string;
  /** How often this address was fetched so far. */
  readonly fetches: (url: string) => number;
}

/** A callback that counts the fetches that `note` reports. */
export interface CountingCallback extends Callback {
  readonly note: (path: string) => void;
}

/** Counts by path, because a forwarder may change host and port. `base` is the address that the server sees. */
export function countCallbacks(base: string): CountingCallback {
  const counts = new Map<string, number>();
  const root = base.endsWith('/') ? base : `${base}/`;
  const { pathname } = new URL(root);
  return {
    urlFor: (path) => `${root}${path}`,
    fetches: (url) => {
      const { pathname: path } = new URL(url);
      const shortened = path.slice(pathname.length - 1);
      return (counts.get(path) ?? 0) + (shortened === path ? 0 : (counts.get(shortened) ?? 0));
    },
    note: (path) => {
      counts.set(path, (counts.get(path) ?? 0) + 1);
    },
  };
}
