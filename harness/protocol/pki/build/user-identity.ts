import type { AuthorityKeys } from './authority-keys.ts';
import { createCertifier, type MakeCertificate } from './certifier.ts';
import { generateRsaKey, type KeyPair } from './keys.ts';
import type { Certificate } from '../read/certificate.ts';
import { parseName } from '../read/parse-name.ts';
import type { ByteSource } from './seeded-bytes.ts';

/** The keys of an authority for users, and of its one user. */
export interface UserKeys {
  readonly authority: KeyPair;
  readonly user: KeyPair;
}

/** A user who authenticates by a certificate. */
export interface UserIdentity {
  /** What a server has to trust. */
  readonly root: Certificate;
  readonly certificate: Certificate;
  readonly key: KeyPair;
}

/** What the identity of a user is made from. */
export interface UserIdentityOptions {
  readonly email: string;
  readonly now: () => Date;
  readonly random: ByteSource;
  readonly keys: UserKeys;
  readonly authorityKeys: AuthorityKeys;
  /** In place of making each certificate anew. */
  readonly make?: MakeCertificate;
}

const rootName = parseName('CN=Reference User CA,O=MDE Conformance').rdns;
const days = 365;

/** Certifies a user under a root of its own, which issues nothing else. Equal options give equal bytes. */
export function createUserIdentity(options: UserIdentityOptions): UserIdentity {
  const { email, now, random, keys, authorityKeys, make } = options;
  const certify = createCertifier(now, random, authorityKeys, make);
  const issuer = { name: rootName, key: keys.authority };
  const root = certify(
    { subject: rootName, key: keys.authority.spki, days, ca: true, usages: ['keyCertSign', 'cRLSign'], purposes: [] },
    issuer,
  );
  const certificate = certify(
    {
      subject: [[{ type: 'CN', value: email }]],
      key: keys.user.spki,
      days,
      ca: false,
      usages: ['digitalSignature'],
      purposes: ['1.3.6.1.5.5.7.3.2'],
    },
    issuer,
  );
  return { root, certificate, key: keys.user };
}

/** Fresh keys, for a server that others can reach. */
export async function generateUserKeys(): Promise<UserKeys> {
  const [authority, user] = await Promise.all([generateRsaKey(2048), generateRsaKey(2048)]);
  return { authority, user };
}
