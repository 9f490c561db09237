/** A place of ours that a server comes to when it fetches what a request names. */
export interface Callback {
  /** The address of this path below it: `http://127.0.0.1:49152/4c1f/document-types-1`. */
  readonly urlFor: (path: string) => string;
  /** How often that address was fetched so far. */
  readonly fetches: (url: string) => number;
}

/** A callback that counts what is reported to it, and the means to report. */
export interface CountingCallback extends Callback {
  readonly note: (path: string) => void;
}

/** Counts by path, because a forwarder may change host and port on the way. `base` is where the server is told to come. */
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
