import type { Evidence } from '../evidence/evidence.ts';
import type { Advice } from './refusal.ts';

/** Statuses with which a server says that it knows no such address. */
const unknownAddress: readonly number[] = [404, 410];
/** Statuses of gateways, limits and states: whoever says them may well have the service behind it. */
const undecided: readonly number[] = [400, 401, 403, 405, 407, 408, 411, 413, 415, 417, 421, 426, 429, 431];

/**
 * Whether what answered a Discover is no enrollment service: it knows no such address, it answered with a web page, with JSON or with text, or
 * it sent the device to a page elsewhere. A fault is of a service, an empty or cut answer may be, and so may a server that broke down. Where it
 * knows no address to which it redirected the probe, and wrote that address wrongly, the wrong address is its own.
 */
export function isElsewhere(item: Evidence, evidence: readonly Evidence[]): boolean {
  const { state, exchange } = item;
  const { answer } = exchange;
  if (state !== 'unusable' || answer.kind === 'broken') return false;
  const { status, body } = answer.response;
  if (unknownAddress.includes(status)) return !probesLeadingTo(item, evidence).some(isMiswritten);
  if (status >= 300 && status < 400) return isLedAway(item);
  if (status >= 500 || undecided.includes(status) || body.length === 0) return false;
  return /^HTTP \d+ with (?:an HTML page|JSON|text)\b/.test(item.trouble) && !item.trouble.includes('cut off');
}

/** Whether a redirect of the probe led to the address of this exchange. */
export function isSentThere(item: Evidence, evidence: readonly Evidence[]): boolean {
  return probesLeadingTo(item, evidence).length > 0;
}

function probesLeadingTo({ exchange }: Evidence, evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter((item) => item.kind === 'probe' && isLeadingTo(item, exchange.request.url));
}

/** An address in the characters of a URI (RFC 3986, appendix A), without the user and password that no server may send (RFC 9110, section 4.2.4). */
const wellWritten = /^(?!(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*@)(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})*$/i;

function isMiswritten(probe: Evidence): boolean {
  return !wellWritten.test(probe.headers('Location')[0]?.value.trim() ?? '');
}

function isLeadingTo(probe: Evidence, url: string): boolean {
  const location = probe.headers('Location')[0]?.value.trim();
  const from = probe.exchange.request.url;
  if (location === undefined || from === url) return false;
  const plain = withoutUser(url);
  return (
    withoutUser(location) === plain ||
    (URL.canParse(location, from) && withoutUser(new URL(location, from).href) === plain)
  );
}

/** A request is stored without the user information of its address, or with a placeholder for it. */
function withoutUser(url: string): string {
  return url.replace(/\/\/[^/?#@]*@/, '//');
}

/** Whether it is redirected to another path over TLS: a slash, the letter case, the scheme or the host alone may lead to the same service. */
export function isLedAway(item: Evidence): boolean {
  const location = item.headers('Location')[0]?.value.trim();
  const { url } = item.exchange.request;
  if (location === undefined || !URL.canParse(location, url)) return false;
  const to = new URL(location, url);
  return to.protocol === 'https:' && plainPath(to) !== plainPath(new URL(url));
}

function plainPath({ pathname }: URL): string {
  return pathname.toLowerCase().replace(/\/+/g, '/').replace(/\/$/, '');
}

/** What to do where no enrollment service answers at an address. */
export function adviceAt(url: string): Advice {
  return isUsual(url) ? { actor: 'server', remedy: usualAddress } : { actor: 'user', remedy: otherAddress };
}

const usualAddress =
  'Route this address, where devices ask first, to the discovery service, without a sign-in or a page before it; if the service is on another host, give its address.';
const otherAddress =
  'Give the address of the discovery service: usually https://enterpriseenrollment.<domain>/EnrollmentServer/Discovery.svc with the domain of the e-mail address, or the one that the manual of the server names.';

function isUsual(url: string): boolean {
  return URL.canParse(url) && /^https:\/\/enterpriseenrollment\.[^/]+\/EnrollmentServer\/Discovery\.svc$/i.test(url);
}
