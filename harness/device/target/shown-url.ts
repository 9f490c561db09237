/** From so many characters on, a part of a path that has a digit may be a key, as in the address of a webhook. */
const shortestKey = 16;

/** A URL as a message may show it: without user information, query and fragment, and without parts of its path that may be a key. */
export function shownUrl(url: string): string {
  const [, origin = '', path = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*|)([^?#]*)([\s\S]*)$/i.exec(url) ?? [];
  const parts = path.split('/').map((part) => (part.length >= shortestKey && /\d/.test(part) ? '…' : part));
  return `${origin.replace(/\/\/.*@/s, '//')}${parts.join('/')}${rest === '' ? '' : '?…'}`;
}
