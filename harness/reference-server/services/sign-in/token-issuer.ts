import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignInBehaviour } from '../../../engine/rule/sign-in-behaviour.ts';
import { seededBytes } from '../../../protocol/pki/build/seeded-bytes.ts';
import type { User } from '../user.ts';
import { createIdentifiers } from '../identifiers.ts';
import { Refusal } from '../refusal.ts';
import { createOpaqueTokens } from './opaque-tokens.ts';
import { unwrapped, wrapped } from './token-wrapping.ts';

/** Makes the tokens of the sign-in page, and takes them back. */
export interface TokenIssuer {
  /** A token of this user; no two are equal. */
  readonly issue: (user: User, special?: SpecialClaims) => string;
  /** The user of a token. Throws `Refusal` with Authentication unless this server issued it and it has not expired. */
  readonly userOf: (token: string) => User;
}

/** What is special about a token. */
interface SpecialClaims {
  /** Seconds that it lives; below 0 for one that has expired. */
  readonly lives?: number;
  readonly audience?: string;
  /** Characters that it is longer. */
  readonly padding?: number;
}

/** What a token issuer is made from. */
export interface TokenIssuerOptions {
  /** The address of the server, for which its tokens are. */
  readonly audience: () => string;
  readonly now: () => Date;
  readonly seed: string;
  readonly users: readonly [User, ...User[]];
  readonly behaviour: SignInBehaviour;
}

/** Seconds that a token lives: enough for a person who reads terms, and for both requests that carry it. */
const lifetime = 600;

/**
 * Issues compact JSON Web Tokens (RFC 7519), signed with HMAC-SHA-256 by a key of this server. A device takes them for opaque text.
 * Anyone who knows the seed can sign them.
 */
export function createTokenIssuer({ audience, now, seed, users, behaviour }: TokenIssuerOptions): TokenIssuer {
  const key = seededBytes(`${seed} token key`)(32);
  const identifiers = createIdentifiers(`${seed} token ids`);
  const opaque = createOpaqueTokens(seed);
  const { tokenSkips: skips } = behaviour;
  const seconds = () => Math.floor(now().getTime() / 1000);
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  const isSigned = (text: string, signature: string): boolean => isEqual(signature, sign(text));
  const kept = new Map<string, string>();
  const make: TokenIssuer['issue'] = (
    { email },
    { lives = behaviour.tokenSeconds ?? lifetime, audience: aud = audience(), padding = 0 } = {},
  ) => {
    const now = seconds();
    const [iat, exp] = [Math.min(now, now + 2 * lives), now + lives];
    const groups = padding === 0 ? {} : { groups: 'g'.repeat(padding) };
    const claims = { iss: audience(), aud, sub: email, iat, exp, jti: identifiers.uuid(), ...groups };
    const text = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
    const token = wrapped(`${text}.${sign(text)}`, behaviour);
    return behaviour.tokenIsOpaque === true ? opaque.hide(token) : token;
  };
  return {
    issue: (user, special) => {
      if (behaviour.tokenIsStatic !== true || special !== undefined) return make(user, special);
      const token = kept.get(user.email) ?? make(user);
      kept.set(user.email, token);
      return token;
    },
    userOf: (token) => {
      const read = readToken(unwrapped(behaviour.tokenIsOpaque === true ? (opaque.find(token) ?? '') : token));
      if (skips === 'everything') return users.find(({ email }) => email === read?.claims.sub) ?? users[0];
      if (read === undefined && skips === 'form') return users[0];
      if (read === undefined) throw refused('cannot be read');
      const { text, signature, header, claims } = read;
      const isUnsigned = header.alg === 'none' && signature === '' && skips === 'algorithm';
      if (header.alg !== 'HS256' && !isUnsigned) throw refused('is not signed as this server signs');
      if (skips !== 'signature' && !isUnsigned && !isSigned(text, signature)) throw refused('has a wrong signature');
      if (skips !== 'audience' && claims.aud !== audience()) throw refused('is for another server');
      if (skips !== 'expiry' && !(Number(claims.exp) > seconds())) throw refused('has expired');
      const user = users.find(({ email }) => email === claims.sub);
      if (user === undefined) throw refused('names no user of this server');
      return user;
    },
  };
}

/** The members of header and claims that this server reads. */
interface Members {
  readonly alg?: unknown;
  readonly aud?: unknown;
  readonly exp?: unknown;
  readonly sub?: unknown;
}

/** The parts of a compact token; undefined if it is none. */
function readToken(token: string) {
  const [head = '', payload = '', signature = '', ...others] = token.trim().split('.');
  const [header, claims] = [decoded(head), decoded(payload)];
  if (header === undefined || claims === undefined || others.length > 0) return undefined;
  return { text: `${head}.${payload}`, signature, header, claims };
}

function encoded(members: object): string {
  return Buffer.from(JSON.stringify(members), 'utf8').toString('base64url');
}

function decoded(part: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Compares in constant time, so that nobody can guess a signature letter by letter. */
function isEqual(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(what: string): Refusal {
  return new Refusal('Authentication', `The security token ${what}.`);
}
