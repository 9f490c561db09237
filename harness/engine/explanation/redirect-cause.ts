import type { Evidence } from '../evidence/evidence.ts';

/** What in the request led to a redirect, or where it leads, as a clause; undefined for another answer, and where it does not show. */
export function leadOf(item: Evidence): string | undefined {
  const { answer, request } = item.exchange;
  const status = answer.response?.status ?? 0;
  if (status < 300 || status > 399) return undefined;
  const location = item.headers('Location')[0]?.value.trim();
  if (location === undefined) return 'there is no Location';
  return causeOf(request.url, location);
}

/** Whether a redirect leads to the address that was asked, so that nobody who follows it arrives. */
export function isCircle(item: Evidence): boolean {
  const location = item.headers('Location')[0]?.value.trim();
  const { url } = item.exchange.request;
  return location !== undefined && URL.canParse(location, url) && new URL(location, url).href === new URL(url).href;
}

function causeOf(from: string, location: string): string | undefined {
  if (!URL.canParse(location, from) || !URL.canParse(from)) return 'its Location is no URL';
  const to = new URL(location, from);
  const asked = new URL(from);
  if (to.href === asked.href) return 'that is the address that was asked';
  if (to.protocol !== asked.protocol) return `the scheme changes from ${schemeOf(asked)} to ${schemeOf(to)}`;
  if (to.host !== asked.host) return 'that is another host';
  if (to.pathname === asked.pathname) return undefined;
  if (withoutDoubles(asked.pathname) === to.pathname) return 'the address that was asked has a doubled slash';
  if (withoutEnd(asked.pathname) === withoutEnd(to.pathname)) return 'only the slash at the end differs';
  return asked.pathname.toLowerCase() === to.pathname.toLowerCase() ? 'only the letter case differs' : undefined;
}

function schemeOf({ protocol }: URL): string {
  return protocol.slice(0, -1);
}

function withoutDoubles(pathname: string): string {
  return pathname.replace(/\/{2,}/g, '/');
}

function withoutEnd(pathname: string): string {
  return pathname.replace(/\/+$/, '');
}
