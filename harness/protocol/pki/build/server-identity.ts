import { isIP } from 'node:net';
import type { TlsDefect } from './tls-defect.ts';
import type { CertificateChange } from './certificate-change.ts';
import type { AuthorityKeys } from './authority-keys.ts';
import type { Certify, Issuer, Plan } from './certifier.ts';
import { parseName } from '../read/parse-name.ts';

/** What a TLS server needs and what its clients must trust; all PEM. */
export interface ServerIdentity {
  readonly keyPem: string;
  /** The leaf alone. */
  readonly certPem: string;
  /** What the server sends: the leaf, then its intermediate; with the defect `other-root` that root too. */
  readonly chainPem: string;
  /** The root to trust. With the defects `self-signed` and `other-root` it is not above the leaf. */
  readonly caPem: string;
}

const rootName = parseName('CN=Reference TLS Root CA,O=MDE Conformance').rdns;
const intermediateName = parseName('CN=Reference TLS CA,O=MDE Conformance').rdns;
const otherRootName = parseName('CN=Unlisted TLS Root CA,O=MDE Conformance').rdns;
const serverAuthentication = '1.3.6.1.5.5.7.3.1';
const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const wrongHost = 'wrong-name.invalid';

/** How a defect changes the leaf. */
const leafChanges: Readonly<Partial<Record<TlsDefect, CertificateChange>>> = {
  expired: { notBeforeDays: -31, notAfterDays: -1 },
  'not-yet-valid': { notBeforeDays: 1, notAfterDays: 31 },
  'wrong-purpose': { extendedKeyUsages: [clientAuthentication] },
};

/**
 * A server certificate for `hosts` (DNS names and IP addresses), with this defect. Defects that are not about the
 * certificate change nothing.
 */
export function createServerIdentity(
  certify: Certify,
  keys: AuthorityKeys,
  { hosts, defect }: { readonly hosts: readonly string[]; readonly defect?: TlsDefect },
): ServerIdentity {
  const ca = { ca: true, usages: ['keyCertSign', 'cRLSign'], purposes: [] };
  const root: Issuer = { name: rootName, key: keys.root };
  const otherRoot: Issuer = { name: otherRootName, key: keys.unlisted };
  const intermediate: Issuer = { name: intermediateName, key: keys.intermediate };
  const rootCertificate = certify({ ...ca, subject: rootName, key: keys.root.spki, days: 3650 }, root);
  const intermediateCertificate = certify(
    { ...ca, subject: intermediateName, key: keys.intermediate.spki, days: 1825, pathLength: 0 },
    defect === 'other-root' ? otherRoot : root,
    defect === 'expired-intermediate' ? { notBeforeDays: -400, notAfterDays: -1 } : {},
  );
  const above =
    defect === 'other-root'
      ? [certify({ ...ca, subject: otherRootName, key: keys.unlisted.spki, days: 3650 }, otherRoot)]
      : [];
  const key = defect === 'self-signed' ? keys.unlisted : keys.server;
  const plan = serverPlan(defect === 'wrong-name' ? [wrongHost] : hosts, key.spki);
  const issuer = defect === 'self-signed' ? { name: plan.subject, key } : intermediate;
  const leaf = certify(plan, issuer, defect && leafChanges[defect]);
  const sendsLeafOnly = defect === 'self-signed' || defect === 'leaf-only';
  return {
    keyPem: key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certPem: leaf.pem,
    chainPem: (sendsLeafOnly ? [leaf] : [leaf, intermediateCertificate, ...above]).map(({ pem }) => pem).join(''),
    caPem: rootCertificate.pem,
  };
}

function serverPlan(hosts: readonly string[], key: Uint8Array): Plan {
  return {
    subject: [[{ type: 'CN', value: hosts[0] ?? 'localhost' }]],
    key,
    days: 90,
    ca: false,
    usages: ['digitalSignature'],
    purposes: [serverAuthentication],
    hosts: { dns: hosts.filter((host) => isIP(host) === 0), ip: hosts.filter((host) => isIP(host) !== 0) },
  };
}
