import { createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose';
import type { JWTHeaderParameters, JWTPayload } from 'jose';
import { generateRsaKey } from '../../protocol/pki/build/keys.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { issuerOf } from './entra-target.ts';
import type { IssuerSettings, TokenVersion } from './entra-target.ts';
import { claimsOf } from './token-claims.ts';
import type { TokenSubject } from './token-claims.ts';
import type { TokenDefect } from './token-defect.ts';

/** Issues the tokens of one run, right ones and wrong ones. */
export interface EntraIssuer {
  readonly settings: IssuerSettings;
  /** A new token, no two of which are equal. */
  readonly token: (subject: TokenSubject, defect?: TokenDefect) => Promise<Secret>;
  /** The version of the tokens that the server takes; 2 until `usesVersion` says otherwise. */
  readonly version: () => TokenVersion;
  readonly usesVersion: (version: TokenVersion) => void;
}

/** The public half of a signing key, as a key set has it. */
export interface PublicJwk {
  readonly kty: string;
  readonly use: 'sig';
  readonly alg: 'RS256';
  readonly kid: string;
  readonly n: string;
  readonly e: string;
  /** Whose tokens it signs; `{tenantid}` stands for any tenant in the key set of Microsoft. */
  readonly issuer: string;
}

/** In seconds. */
const hour = 3600;

/** An issuer of tokens that are signed with RS256. It makes a key of its own where the settings have none. */
export async function createEntraIssuer(settings: IssuerSettings, now: () => Date): Promise<EntraIssuer> {
  const privateKey = settings.key ? privateKeyOf(settings.key) : (await generateRsaKey(2048)).privateKey;
  const { kid } = await publicJwkOf(settings, privateKey);
  let version: TokenVersion = 2;
  let count = 0;
  let stranger: KeyObject | undefined;

  const headerOf = (of: TokenVersion): JWTHeaderParameters => ({
    typ: 'JWT',
    alg: 'RS256',
    kid,
    ...(of === 1 ? { x5t: kid } : {}),
  });
  const signed = (claims: JWTPayload, header: JWTHeaderParameters, key = privateKey): Promise<string> =>
    new SignJWT(claims).setProtectedHeader(header).sign(key);

  const write = async (subject: TokenSubject, defect: TokenDefect | undefined): Promise<string> => {
    count += 1;
    const right = claimsOf(settings, subject, now(), count);
    const header = headerOf(subject.version);
    switch (defect) {
      case 'signature': {
        const other = await signed({ ...right, uti: 'of another token' }, header);
        return `${unsignedToken(header, right)}.${other.split('.')[2] ?? ''}`;
      }
      case 'unknown-key': {
        stranger ??= (await generateRsaKey(2048)).privateKey;
        const own = await publicJwkOf(settings, stranger);
        return await signed(right, { ...header, kid: own.kid }, stranger);
      }
      case 'unsigned':
        return `${unsignedToken({ typ: 'JWT', alg: 'none' }, right)}.`;
      case 'public-key-mac': {
        const text = unsignedToken({ ...header, alg: 'HS256' }, right);
        const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
        return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
      }
      case 'issuer':
        return await signed(
          { ...right, iss: issuerOf({ ...settings, issuerUrl: foreignIssuer }, subject.version) },
          header,
        );
      case 'tenant':
        return await signed(
          { ...right, tid: foreignTenant, iss: issuerOf({ ...settings, tenant: foreignTenant }, subject.version) },
          header,
        );
      case 'audience':
        return await signed({ ...right, aud: foreignAudience }, header);
      case 'expired':
        return await signed(shifted(right, -hour - ((right.exp ?? 0) - (right.iat ?? 0))), header);
      case 'not-yet-valid':
        return await signed(shifted(right, hour), header);
      case undefined:
        return await signed(right, header);
    }
  };

  return {
    settings,
    token: async (subject, defect) => new Secret('token', await write(subject, defect)),
    version: () => version,
    usesVersion: (found) => {
      version = found;
    },
  };
}

const foreignIssuer = 'https://issuer.invalid';
const foreignTenant = '0f9e8d7c-6b5a-4f3e-9d2c-1b0a99887766';
const foreignAudience = 'a1b2c3d4-5e6f-4a1b-8c2d-3e4f5a6b7c8d';

/** The key of the settings. Throws `TypeError` if the text is no private RSA key in PEM. */
export function privateKeyOf(key: Secret): KeyObject {
  const made = createPrivateKey(key.revealTo(() => undefined));
  if (made.asymmetricKeyType !== 'rsa') throw new TypeError('the key of the issuer is no RSA key');
  return made;
}

/** The public half of a key, with its thumbprint as its id. */
export async function publicJwkOf(settings: IssuerSettings, privateKey: KeyObject): Promise<PublicJwk> {
  const { kty = '', n = '', e = '' } = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const issuer = issuerOf({ ...settings, tenant: '{tenantid}' }, 2);
  return { kty, use: 'sig', alg: 'RS256', kid, n, e, issuer };
}

/** Times on the clock, in seconds. */
function shifted(claims: JWTPayload, by: number): JWTPayload {
  const { iat = 0, nbf = 0, exp = 0 } = claims;
  return { ...claims, iat: iat + Math.min(by, 0), nbf: nbf + by, exp: exp + by };
}

function unsignedToken(header: object, claims: object): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part), 'utf8').toString('base64url')).join('.');
}
