import type { SignInBehaviour } from '../../../engine/rule/sign-in-behaviour.ts';

/** Marks the address that the page has already redirected to. */
const mark = 'redirected';

/** Where a page that redirects first sends the browser, with the whole query; undefined if it shows itself. */
export function redirected(address: string, { signInRedirects }: SignInBehaviour): string | undefined {
  if (signInRedirects === undefined) return undefined;
  const url = new URL(address);
  const count = Number(url.searchParams.get(mark) ?? '0');
  if (count > 0 && signInRedirects !== 'endlessly') return undefined;
  const query = url.search.replace(new RegExp(`&${mark}=\\d+$`), '');
  if (signInRedirects === 'without-own-query') {
    const own = url.search.slice(1).split(/&?appru=/)[0] ?? '';
    return own === '' ? undefined : url.href.replace(`${own}&`, '');
  }
  const scheme = signInRedirects === 'to-plain-http' ? 'http:' : url.protocol;
  return `${scheme}//${url.host}${url.pathname}${query === '' ? '?' : query}&${mark}=${count + 1}`;
}
