import type { Kind } from '../../evidence/kind.ts';

/** The kinds of messages in the order in which a device sends them. */
const path: readonly Kind[] = ['probe', 'discover', 'get-policies', 'issue', 'renew'];

/** These kinds, and those that a device sends before them. A sign-in follows Discover, where the server asks for one. */
export function wayTo(kinds: readonly Kind[]): readonly Kind[] {
  const last = kinds.map((kind) => path.indexOf(kind === 'authenticate' ? 'discover' : kind));
  const before = path.slice(0, Math.max(...last) + 1);
  return [...new Set([...before, ...kinds])];
}

/** These kinds from the first to the last that a device sends; others are left out. */
export function inOrder(kinds: readonly Kind[]): readonly Kind[] {
  return path.filter((kind) => kinds.includes(kind));
}
