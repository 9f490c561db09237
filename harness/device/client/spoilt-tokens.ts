import { createHash } from 'node:crypto';

/** The first half of a token. */
export function truncated(token: string): string {
  return token.slice(0, Math.floor(token.length / 2));
}

/** As many letters and digits as a token has characters, without meaning; the same ones for the same token. */
export function meaningless(token: string): string {
  let text = '';
  for (let count = 0; text.length < token.length; count += 1) {
    text += createHash('sha512').update(`${count} ${token}`).digest('hex');
  }
  return text.slice(0, token.length);
}

/**
 * A token with one other letter or digit, where it counts: in the signature of a JSON Web Token or of an XML document, and else in the
 * longest word, which is what nobody can guess.
 */
export function withOtherCharacter(token: string): string {
  const [from, to] = signatureIn(token) ?? longestWordIn(token);
  const middle = Math.floor((from + to) / 2);
  const character = token[middle] ?? '';
  const other = /[0-9]/.test(character) ? (character === '7' ? '4' : '7') : character === 'k' ? 'R' : 'k';
  return `${token.slice(0, middle)}${other}${token.slice(middle + 1)}`;
}

type Range = readonly [from: number, to: number];

function signatureIn(token: string): Range | undefined {
  const compact = /^\s*[\w-]+(?:\.[\w-]*)+\.([\w-]+)\s*$/d.exec(token)?.indices?.[1];
  return compact ?? /<(?:[\w-]+:)?SignatureValue[^>]*>\s*([A-Za-z0-9+/=]+)/d.exec(token)?.indices?.[1];
}

function longestWordIn(token: string): Range {
  const words = [...token.matchAll(/[A-Za-z0-9+/_-]+/g)].map(({ 0: word, index }): Range => [
    index,
    index + word.length,
  ]);
  const [longest] = words.toSorted(([a, b], [c, d]) => d - c - (b - a));
  return longest ?? [0, token.length];
}

/** The forms of a JSON Web Token that only a server takes which does not check its signature. */
export interface UnprovenTokens {
  /** One more claim under the same signature. */
  readonly otherPayload: string;
  /** The algorithm `none` of RFC 7518 section 3.6, and no signature; undefined where the token has none anyway. */
  readonly unsigned: string | undefined;
}

/** Undefined where a token is no signed JSON Web Token in its compact form (RFC 7519). */
export function unprovenTokens(token: string): UnprovenTokens | undefined {
  const [head = '', payload = '', signature, ...others] = token.trim().split('.');
  const [header, claims] = [membersOf(head), membersOf(payload)];
  if (header === undefined || claims === undefined || signature === undefined || others.length > 0) return undefined;
  const unsigned = `${encoded({ ...header, alg: 'none' })}.${payload}.`;
  return {
    otherPayload: `${head}.${encoded({ ...claims, 'mde-conformance': 'added' })}.${signature}`,
    unsigned: header['alg'] === 'none' ? undefined : unsigned,
  };
}

type Members = Readonly<Record<string, unknown>>;

function encoded(members: Members): string {
  return Buffer.from(JSON.stringify(members), 'utf8').toString('base64url');
}

function membersOf(part: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
