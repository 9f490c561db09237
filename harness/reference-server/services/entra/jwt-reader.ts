import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import type { EntraBehaviour, EntraCondition } from '../../../engine/rule/entra-behaviour.ts';
import { Refusal } from '../refusal.ts';
import type { EntraTrust, TrustedKey } from './entra-trust.ts';

/** The claims of a token that this server uses. */
export interface EntraUser {
  /** `oid` of the user in the tenant; empty if the token names none. */
  readonly id: string;
  /** Of version 1 `upn`, of version 2 `preferred_username`, which may be missing. */
  readonly name: string | undefined;
}

/** Reads a compact token. Throws `Refusal` with Authentication, which says what is wrong with it. */
export type ReadJwt = (token: string) => EntraUser;

type Members = Readonly<Record<string, unknown>>;

/** The tolerated error of clocks, in seconds. */
const skew = 300;

/** The reader of a server with this trust. It takes RS256 only, whatever the header of a token says. */
export function jwtReader(
  trust: EntraTrust,
  { entraSkips: skips, entraRefuses }: EntraBehaviour,
  now: () => Date,
): ReadJwt {
  return (token) => {
    const parts = token.trim().split('.');
    const [head = '', payload = '', signature = ''] = parts;
    const [header, claims] = [decoded(head), decoded(payload)];
    if (parts.length !== 3 || !header || !claims) throw refused('cannot be read');
    checkSignature({ text: `${head}.${payload}`, signature, header, keys: trust.keys(), skips });
    const version = claims['ver'] === '1.0' ? 'v1' : 'v2';
    if (entraRefuses === 'version-2' && version === 'v2') throw refused('has a version that this server does not know');
    const tenant = text(claims['tid']);
    const isOwnTenant = tenant.toLowerCase() === trust.tenant.toLowerCase();
    if (!isOwnTenant && skips !== 'tenant') throw refused('is of another tenant');
    const issuer = trust.issuers[version].replace(trust.tenant, isOwnTenant ? trust.tenant : tenant);
    if (claims['iss'] !== issuer && skips !== 'issuer') throw refused('is of another issuer');
    const audience = version === 'v1' ? trust.audience : trust.clientId;
    if (text(claims['aud']).toLowerCase() !== audience.toLowerCase() && skips !== 'audience') {
      throw refused('is for another audience');
    }
    const instant = now().getTime() / 1000;
    if (!(Number(claims['exp']) + skew > instant) && skips !== 'expired') throw refused('has expired');
    if (Number(claims['nbf'] ?? 0) - skew > instant && skips !== 'not-yet-valid') throw refused('is not valid yet');
    const name = text(claims['upn']) || text(claims['preferred_username']);
    return { id: text(claims['oid']), name: name === '' ? undefined : name };
  };
}

interface Signed {
  readonly text: string;
  readonly signature: string;
  readonly header: Members;
  readonly keys: readonly TrustedKey[];
  readonly skips: EntraCondition | undefined;
}

function checkSignature({ text: signed, signature, header, keys, skips }: Signed): void {
  const bytes = Buffer.from(signature, 'base64url');
  const { alg } = header;
  if (alg === 'none' && skips === 'unsigned') return;
  const key = keys.find(({ kid }) => kid === header['kid']);
  if (alg === 'HS256' && skips === 'public-key-mac' && key) {
    const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const mac = createHmac('sha256', pem).update(signed).digest();
    if (mac.length === bytes.length && timingSafeEqual(mac, bytes)) return;
  }
  if (alg !== 'RS256') throw refused('is not signed with RS256');
  if (!key) {
    if (skips === 'unknown-key') return;
    throw refused('is signed with a key that the issuer does not publish');
  }
  const isRight = verify('sha256', Buffer.from(signed), createPublicKey({ key, format: 'jwk' }), bytes);
  if (!isRight && skips !== 'signature') throw refused('has a wrong signature');
}

function decoded(part: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Members) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function text(claim: unknown): string {
  return typeof claim === 'string' ? claim : '';
}

function refused(what: string): Refusal {
  return new Refusal('Authentication', `The token of Microsoft Entra ${what}.`);
}
