import type { UserCertificate } from '../device/target/user-certificate.ts';
import type { Described } from '../device/target/target-description.ts';
import { poolAuthorityKeys } from '../protocol/pki/build/authority-keys.ts';
import { userPoolKeys } from '../protocol/pki/build/keys.ts';
import { seededBytes } from '../protocol/pki/build/seeded-bytes.ts';
import { createUserIdentity } from '../protocol/pki/build/user-identity.ts';
import type { UserIdentity } from '../protocol/pki/build/user-identity.ts';
import { rememberedCertificate } from './remembered-certificate.ts';

/** The user of a server with certificate authentication, whose key everybody has. */
export function userIdentityOf(email: string, now: () => Date): UserIdentity {
  return createUserIdentity({
    email,
    now,
    random: seededBytes('golden users'),
    keys: userPoolKeys(),
    authorityKeys: poolAuthorityKeys(),
    make: rememberedCertificate,
  });
}

/** The same for a target, as a caller writes it down. */
export function certificateOf({ certificate, key }: UserIdentity): Described<UserCertificate> {
  return { pem: certificate.pem, key: key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
}
