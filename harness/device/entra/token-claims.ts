import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { audienceOf, issuerOf } from './entra-target.ts';
import type { IssuerSettings, TokenVersion } from './entra-target.ts';

/** What one token is about. */
export interface TokenSubject {
  readonly version: TokenVersion;
  /** The user principal name. */
  readonly user: string;
  /** The id that the device has at Microsoft Entra; missing at the terms of use, before there is one. */
  readonly deviceId?: string;
}

/** How long a token lives, in seconds: Microsoft's live 60 to 90 minutes. */
const lifetime = 75 * 60;

/** The claims of a token of a user, as Microsoft Entra writes those that an MDM server reads. `number` tells the tokens of a run apart. */
export function claimsOf(settings: IssuerSettings, subject: TokenSubject, now: Date, number: number): JWTPayload {
  const { version, user, deviceId } = subject;
  const { tenant, clientId } = settings;
  const begin = Math.floor(now.getTime() / 1000);
  const client = 'd1ddf0e4-d672-4dae-b554-9d5bdfd93547';
  return {
    aud: audienceOf(settings, version),
    iss: issuerOf(settings, version),
    iat: begin,
    nbf: begin,
    exp: begin + lifetime,
    ...(version === 1
      ? { appid: client, appidacr: '0', upn: user, unique_name: user }
      : { azp: client, azpacr: '0', preferred_username: user }),
    oid: guidOf(`${tenant} ${user}`),
    scp: 'mdm_delegation',
    sub: createHash('sha256').update(`${clientId} ${user}`).digest('base64url'),
    tid: tenant,
    uti: createHash('sha256').update(`${begin} ${number} ${user}`).digest('base64url').slice(0, 22),
    ver: `${version}.0`,
    ...(deviceId === undefined ? {} : { deviceid: deviceId }),
  };
}

/** A GUID that follows from a text. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-a$4-$5');
}
