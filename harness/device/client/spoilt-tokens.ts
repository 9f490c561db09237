import { createHash } from 'node:crypto';

/** The first half of a token. */
export function truncated(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}

/** As many letters and digits as a token has characters, without meaning; the same ones for the same token. */
export function meaningless(text: string): string {
  let made = '';
  for (let count = 0; made.length < text.length; count += 1) {
    made += createHash('sha512').update(`${count} ${text}`).digest('hex');
  }
  return made.slice(0, text.length);
}

/**
 * A token with one other letter or digit, where it counts: in the signature of a JSON Web Token or of an XML document, and else in the
 * longest word, which is what nobody can guess.
 */
export function withOtherCharacter(text: string): string {
  const [from, to] = signatureIn(text) ?? longestWordIn(text);
  const middle = Math.floor((from + to) / 2);
  const character = text[middle] ?? '';
  const other = /[0-9]/.test(character) ? (character === '7' ? '4' : '7') : character === 'k' ? 'R' : 'k';
  return `${text.slice(0, middle)}${other}${text.slice(middle + 1)}`;
}

type Range = readonly [from: number, to: number];

function signatureIn(text: string): Range | undefined {
  const compact = /^\s*[\w-]+(?:\.[\w-]*)+\.([\w-]+)\s*$/d.exec(text)?.indices?.[1];
  return compact ?? /<(?:[\w-]+:)?SignatureValue[^>]*>\s*([A-Za-z0-9+/=]+)/d.exec(text)?.indices?.[1];
}

function longestWordIn(text: string): Range {
  const words = [...text.matchAll(/[A-Za-z0-9+/_-]+/g)].map(({ 0: word, index }): Range => [
    index,
    index + word.length,
  ]);
  const [longest] = words.toSorted(([a, b], [c, d]) => d - c - (b - a));
  return longest ?? [0, text.length];
}

/** The forms of a JSON Web Token that only a server takes which does not check its signature. */
export interface UnprovenTokens {
  /** One more claim under the same signature. */
  readonly otherPayload: string;
  /** The algorithm `none` of RFC 7518 section 3.6, and no signature; undefined where the token has none anyway. */
  readonly unsigned: string | undefined;
}

/** Undefined where a token is no signed JSON Web Token in its compact form (RFC 7519). */
export function unprovenTokens(text: string): UnprovenTokens | undefined {
  const [head = '', payload = '', signature, ...others] = text.trim().split('.');
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
