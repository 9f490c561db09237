import { createHmac, timingSafeEqual } from 'node:crypto';
import { seededBytes } from '../../../protocol/pki/build/seeded-bytes.ts';
import type { HttpRequest } from '../../../wire/exchange/exchange.ts';

/** Ties the form of a sign-in to the browser that asked for it, without a memory of the server. */
export interface PendingSignIns {
  /** The id of a new sign-in, for the cookie. */
  readonly begin: () => string;
  /** The id in the cookie of a request, whoever made it up. */
  readonly idOf: (request: HttpRequest) => string | undefined;
  /** What the form of this sign-in, for this caller, carries. */
  readonly proofOf: (id: string, appru: string) => string;
  /** Whether a form carries what `proofOf` gave. */
  readonly isProven: (id: string, appru: string, proof: string) => boolean;
}

/** The prefix binds the cookie to this host, to HTTPS and to every path (RFC 6265bis section 4.1.3.2). */
const cookieName = '__Host-sign-in';

/** Signs the id of each sign-in with a key of this server. */
export function createPendingSignIns(seed: string): PendingSignIns {
  const key = seededBytes(`${seed} sign-in key`)(32);
  const ids = seededBytes(`${seed} sign-in ids`);
  const proofOf = (id: string, appru: string): string =>
    createHmac('sha256', key).update(`${id}\n${appru}`).digest('base64url');
  return {
    begin: () => Buffer.from(ids(16)).toString('base64url'),
    idOf: ({ headers }) => {
      const pairs = headers
        .filter(([name]) => name.toLowerCase() === 'cookie')
        .flatMap(([, value]) => value.split(';').map((pair) => pair.trim()));
      return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
    },
    proofOf,
    isProven: (id, appru, proof) => {
      const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(id, appru))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

/** The value of Set-Cookie for a sign-in. Scripts do not see it, and a form of another site does not carry it. */
export function cookieOf(id: string): string {
  return `${cookieName}=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}
