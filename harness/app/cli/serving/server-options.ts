import { preparedUsers } from '../../../reference-server/services/prepared-users.ts';
import { UsageError } from '../usage-error.ts';

/** The last day on which the issuing authority of the reference server is valid, counted from its start. */
const mostDays = 5 * 365;

/** Reads `--certificate-days`: the renewal has to begin before the end, and the issuer must not end before. */
export function certificateDays(word: string): number {
  const days = Number(word);
  if (/^\d{1,4}$/.test(word) && days >= 2 && days <= mostDays) return days;
  throw new UsageError(`--certificate-days: "${word}" is no lifetime; allowed: 2 to ${mostDays} days`);
}

/** Reads `--path-prefix`: one or more segments of unreserved characters (RFC 3986 section 2.3). */
export function pathPrefix(word: string): string {
  const isDotted = word.split('/').some((segment) => segment === '.' || segment === '..');
  if (/^(?:\/[\w.~-]+)+$/.test(word) && !isDotted) return word;
  throw new UsageError(
    `--path-prefix: "${word}" is no prefix; allowed: a slash and a name, such as /lab or /lab/one, without a slash at its end`,
  );
}

/** Reads `--user`, an address as Discover carries it (MS-MDE2 Appendix A). */
export function userEmail(word: string): string {
  if (!/^[^@\s\p{Cc}]+@[^@.\s\p{Cc}]+\.[^@\s\p{Cc}]+$/u.test(word)) {
    throw new UsageError(`--user: "${word}" is no e-mail address; allowed: name@domain.tld`);
  }
  const prepared = preparedUsers('').map(({ email }) => email);
  if (!prepared.includes(word.toLowerCase())) return word;
  throw new UsageError(`--user: "${word}" is a user whom this server has already; name another address`);
}

/** Reads a port of this machine. */
export function portOf(word: string, option: string): number {
  const port = Number(word);
  if (/^\d{1,5}$/.test(word) && port <= 65_535) return port;
  throw new UsageError(`${option}: "${word}" is not a port; allowed: 0 (any free one) to 65535`);
}
