import type { TlsDefect } from './tls-defect.ts';
import type { CertificateChange } from './certificate-change.ts';
import type { AuthorityKeys } from './authority-keys.ts';
import type { Certificate } from '../read/certificate.ts';
import { createCertifier, type MakeCertificate } from './certifier.ts';
import type { KeyPair } from './keys.ts';
import type { Rdns } from '../read/name.ts';
import { parseName } from '../read/parse-name.ts';
import type { ByteSource } from './seeded-bytes.ts';
import { createServerIdentity, type ServerIdentity } from './server-identity.ts';

export { generateAuthorityKeys, poolAuthorityKeys, type AuthorityKeys } from './authority-keys.ts';

/** What an authority is made from. */
export interface AuthorityOptions {
  readonly now: () => Date;
  /** Where serial numbers come from: 16 octets for each certificate, in the order of issuance. */
  readonly random: ByteSource;
  readonly keys: AuthorityKeys;
  /** In place of making each certificate anew. */
  readonly make?: MakeCertificate;
  /** Departures of each certificate on its own: all others stay what they are without it. */
  readonly changes?: {
    readonly root?: CertificateChange;
    readonly intermediate?: CertificateChange;
    /** For every leaf that is issued. */
    readonly leaf?: CertificateChange;
  };
}

/** What a leaf is issued for. */
export interface LeafWish {
  readonly subject: Rdns;
  /** Default: 365. */
  readonly validityDays?: number;
}

/** The certification authority of the reference server: root, intermediate, leaves. Equal options and calls give equal bytes. */
export interface Authority {
  readonly root: Certificate;
  readonly intermediate: Certificate;
  /** A client certificate for the key, signed by the intermediate. */
  issue(spki: Uint8Array, wish: LeafWish, change?: CertificateChange): Certificate;
  /** A TLS identity under roots of its own, which `changes` do not touch. */
  serverIdentity(wish: { readonly hosts: readonly string[]; readonly defect?: TlsDefect }): ServerIdentity;
}

const rootDays = 10 * 365;
const intermediateDays = 5 * 365;
const leafDays = 365;
const caUsages = ['keyCertSign', 'cRLSign'];
const leafUsages = ['digitalSignature', 'keyEncipherment'];
const clientAuthentication = '1.3.6.1.5.5.7.3.2';

const rootName = parseName('CN=Reference Root CA,O=MDE Conformance').rdns;
const intermediateName = parseName('CN=Reference Device CA,O=MDE Conformance').rdns;

/** Creates the authority and certifies its root and intermediate; about 10 ms. */
export function createAuthority({ now, random, keys, make, changes = {} }: AuthorityOptions): Authority {
  const certify = createCertifier(now, random, keys, make);
  const rootKey = keyOf(changes.root, keys) ?? keys.root;
  const intermediateKey = keyOf(changes.intermediate, keys) ?? keys.intermediate;
  const root = certify(
    { subject: rootName, key: rootKey.spki, days: rootDays, ca: true, usages: caUsages, purposes: [] },
    { name: rootName, key: rootKey },
    changes.root,
  );
  const intermediate = certify(
    {
      subject: intermediateName,
      key: intermediateKey.spki,
      days: intermediateDays,
      ca: true,
      pathLength: 0,
      usages: caUsages,
      purposes: [],
    },
    { name: rootName, key: rootKey },
    changes.intermediate,
  );
  return {
    root,
    intermediate,
    issue: (spki, { subject, validityDays = leafDays }, change) =>
      certify(
        { subject, key: spki, days: validityDays, ca: false, usages: leafUsages, purposes: [clientAuthentication] },
        { name: intermediateName, key: intermediateKey },
        { ...changes.leaf, ...change },
      ),
    serverIdentity: (wish) => createServerIdentity(certify, keys, wish),
  };
}

/** The key that a change gives to an authority. */
function keyOf({ shortKey, weakKey }: CertificateChange = {}, { short, weak }: AuthorityKeys): KeyPair | undefined {
  return shortKey ? short : weakKey ? weak : undefined;
}
