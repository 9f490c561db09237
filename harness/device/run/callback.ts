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

/**
 * Counts by path, because a forwarder may change host and port. `base` is the address that the server sees. A path that `urlFor` did not
 * give is not counted, so that nobody outside decides how much is kept.
 */
export function countCallbacks(base: string): CountingCallback {
  const counts = new Map<string, number>();
  const root = base.endsWith('/') ? base : `${base}/`;
  const { pathname } = new URL(root);
  const pathsOf = (url: string): ReadonlySet<string> => {
    const { pathname: path } = new URL(url);
    return new Set([path, path.slice(pathname.length - 1)]);
  };
  return {
    urlFor: (path) => {
      const url = `${root}${path}`;
      for (const known of pathsOf(url)) counts.set(known, counts.get(known) ?? 0);
      return url;
    },
    fetches: (url) => [...pathsOf(url)].reduce((sum, path) => sum + (counts.get(path) ?? 0), 0),
    note: (path) => {
      const count = counts.get(path);
      if (count !== undefined) counts.set(path, count + 1);
    },
  };
}
