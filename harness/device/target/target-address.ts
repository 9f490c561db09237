import { domainToASCII } from 'node:url';
import { isLoopback } from './loopback.ts';
import { shownUrl } from './shown-url.ts';
import { TargetError } from './target-error.ts';

const standardPath = '/EnrollmentServer/Discovery.svc';
const emailShape = /^[^@\s]+@[^@\s.]+\.[^@\s]+$/;
const urlShape = /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?<authority>[^/?#]*)(?<path>[^?#]*)(?<query>\?[^#]*)?/i;

/** Whether Discover may carry it as EmailAddress (MS-MDE2 3.1.4.1.3.1). */
export function isEmail(text: string): boolean {
  return emailShape.test(text);
}

/**
 * Completes a URL to a discovery URL: it keeps the letter case and adds the standard path if there is none. Throws
 * `TargetError` for another scheme than https (or http on loopback), and for credentials inside.
 */
export function discoveryUrl(url: string): string {
  const { scheme = '', authority = '', path = '', query = '' } = urlShape.exec(url)?.groups ?? {};
  if (authority.includes('@')) {
    throw new TargetError(
      'the target URL must not carry a user name or password; the password comes from MDE_PASSWORD',
    );
  }
  if (!URL.canParse(url) || authority === '') {
    throw new TargetError(`"${shownUrl(url)}" is not a URL; expected https://host${standardPath}`);
  }
  if (/[\s\p{Cc}]/u.test(url))
    throw new TargetError(`${JSON.stringify(shownUrl(url))} is not a URL; a URL has no spaces`);
  if (new URL(url).port === '0')
    throw new TargetError(`"${shownUrl(url)}": port 0 is not allowed; give one from 1 to 65535`);
  const plain = scheme.toLowerCase() === 'http' && isLoopback(url);
  if (scheme.toLowerCase() !== 'https' && !plain) {
    throw new TargetError(`"${shownUrl(url)}": only https: is allowed, and http: on loopback`);
  }
  return `${scheme.toLowerCase()}://${authority}${path === '' || path === '/' ? standardPath : path}${query}`;
}

/** The discovery URL that a device derives from the domain of an e-mail address (MS-MDE2 3.1). */
export function discoveryUrlOfDomain(domain: string): string {
  if (!isDomain(domain)) throw new TargetError(`"${domain}" is not a domain name; expected for example contoso.com`);
  const host = /^enterpriseenrollment\./i.test(domain) ? domain : `EnterpriseEnrollment.${domain}`;
  return `https://${host}${standardPath}`;
}

/** Whether a text is a DNS name of at least two labels. */
export function isDomain(text: string): boolean {
  return /^([a-z0-9_]([a-z0-9_-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/i.test(domainToASCII(text));
}
