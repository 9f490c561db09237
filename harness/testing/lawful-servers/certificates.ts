import { behaves } from '../../engine/rule/departures.ts';
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { createName } from '../../protocol/pki/read/name.ts';
import { issuingOtherwise, usualPlaces, vendorRoot } from '../vendor.ts';
import type { Requested, VendorPki } from '../vendor.ts';
import type { Wish } from '../vendor-certificates.ts';
import type { LawfulServer } from './lawful-server.ts';

const once = (create: () => KeyObject): (() => KeyObject) => {
  let key: KeyObject | undefined;
  return () => (key ??= create());
};
const p256 = once(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
const p384 = once(() => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey);
const rsa4096 = once(() => generateKeyPairSync('rsa', { modulusLength: 4096 }).privateKey);

const leaf = (wish: Partial<Wish>): VendorPki => ({ leaf: () => wish });
const clientAuthentication = '1.3.6.1.5.5.7.3.2';

/** Revocation lists, issuers, a template and a device id, as DER; each only for the eye. */
const informative: Wish['extensions'] = [
  ['2.5.29.31', '30133011a00fa00d860b687474703a2f2f612f62'],
  ['1.3.6.1.5.5.7.1.1', '3017301506082b060105050730028609687474703a2f2f612f'],
  ['1.3.6.1.4.1.311.20.2', '1e080055007300650072'],
  ['1.3.6.1.4.1.311.66.1.0', '6d'],
];
const userPrincipalName = '3023a021060a2b060104018237140203a0130c117573657240636f6e746f736f2e6578616d';

const pkis: Readonly<Record<string, VendorPki>> = {
  'has a PKI of its own': {},
  'issues from the root': { intermediates: 0 },
  'delivers Root, CA and My in this order': {
    place: (chain, requested) => usualPlaces(chain, requested).toReversed(),
  },
  'has keys on curves': { root: { hash: 'sha384' }, rootKey: p384, intermediateKey: p256 },
  'has an authority with 4096 bits': { rootKey: rsa4096, intermediateKey: rsa4096 },
  'signs with SHA-384 and SHA-512': { root: { hash: 'sha512' }, hash: 'sha384' },
  'has a root that was signed with SHA-1': { root: { hash: 'sha1' }, intermediates: 0, hash: 'sha256' },
  'has a root of version 1': { root: { version: 1 } },
  'has a root without key usage and key identifiers': { root: { without: ['2.5.29.15', '2.5.29.14', '2.5.29.35'] } },
  'has a root with a path length': { root: { pathLength: 3 } },
  'issues without extended key usage': leaf({ purposes: [] }),
  'issues for several purposes': leaf({
    purposes: ['1.3.6.1.5.5.7.3.1', clientAuthentication, '1.3.6.1.4.1.311.65.1.1'],
  }),
  'issues for any purpose': leaf({ purposes: ['2.5.29.37.0'] }),
  'marks the purpose as critical': leaf({
    purposes: [],
    extensions: [['2.5.29.37', '300a06082b06010505070302', true]],
  }),
  'issues without key usage': leaf({ keyUsages: [] }),
  'issues for all uses': leaf({
    keyUsages: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'],
  }),
  'issues without basic constraints': leaf({ without: ['2.5.29.19'] }),
  'issues without any extension': leaf({ version: 1 }),
  'has informative extensions': leaf({ extensions: informative }),
  'names the user in the alternative name': leaf({ extensions: [['2.5.29.17', userPrincipalName]] }),
  'issues for a little more than a year': leaf({ days: 397 }),
};

type Criteria = NonNullable<VendorPki['criteria']>;
const named = (subject: (requested: Requested) => string, criteria?: Criteria): VendorPki => ({
  leaf: (requested) => ({ subject: subject(requested) }),
  ...(criteria ? { criteria } : {}),
});
const long = ({ deviceId }: Requested): string =>
  `CN=${deviceId},OU=Devices\\, Müller \\+ Söhne,O=Contoso "Nord" \\#1,DC=contoso,DC=example`;
const pair = ({ deviceId }: Requested): string => `CN=${deviceId}+UID=7,O=Contoso`;
const searching =
  (text: (leaf: Certificate) => string): Criteria =>
  (certificate, store) =>
    `Subject=${encodeURIComponent(text(certificate))}&Stores=${encodeURIComponent(`MY\\${store}`)}`;
const written = ({ subject }: Certificate): string => subject.toString();
const rootFirst = ({ subject }: Certificate): string => createName([...subject.rdns].reverse()).toString();
/** With quotes and not with backslashes, as CertNameToStr of Windows writes. */
const asWindows = ({ subject }: Certificate): string =>
  [...subject.rdns]
    .reverse()
    .map((rdn) =>
      rdn.map(({ type, value }) => `${type}=${/[,+="#]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value}`),
    )
    .map((rdn) => rdn.join(' + '))
    .join(', ');

const subjects: Readonly<Record<string, VendorPki>> = {
  'the user': named(() => 'CN=user@contoso.example'),
  'the device': named(({ deviceId }) => `CN=${deviceId}`),
  'the device in lower case': named(({ deviceId }) => `CN=${deviceId.toLowerCase()}`),
  'the device in braces': named(({ deviceId }) => `CN={${deviceId}}`),
  'a name in other scripts': named(({ deviceId }) => `CN=設備 ${deviceId} é`),
  'what was asked for, with its NUL': named(({ csr }) => csr.subject.toString()),
  'what was asked for, with its NUL, searched without it': named(
    ({ csr }) => csr.subject.toString(),
    searching((certificate) => written(certificate).replaceAll('\\00', '')),
  ),
  'several RDNs': named(long),
  'several RDNs, searched from the root': named(long, searching(rootFirst)),
  'several RDNs, searched as Windows writes them': named(long, searching(asWindows)),
  'two attributes in one RDN': named(pair),
  'two attributes in one RDN, searched in another order': named(
    pair,
    searching((certificate) => written(certificate).replace(/([^,+]+)\+([^,+]+)/, '$2+$1')),
  ),
  'an e-mail address and a state': named(
    ({ deviceId }) => `E=user@contoso.example,CN=${deviceId},ST=Bayern,L=Fürth,C=DE`,
    searching((certificate) => asWindows(certificate).replace('E=', 'emailAddress=').replace('ST=', 'S=')),
  ),
  'an attribute that has no name': named(
    ({ deviceId }) => `2.5.4.97=VATDE-1,CN=${deviceId}`,
    searching((certificate) => `OID.${written(certificate)}`),
  ),
  'a backslash, searched as Windows writes it': named(
    ({ deviceId }) => `CN=CONTOSO\\\\admin ${deviceId}`,
    searching(asWindows),
  ),
  'what was asked for, searched in lower-case escapes': {
    criteria: ({ subject }, store) =>
      `Subject=${encodeURIComponent(subject.toString()).replaceAll(/%../g, (hex) => hex.toLowerCase())}&Stores=my%5c${store}`,
  },
  'what was asked for, searched with every character escaped': {
    criteria: ({ subject }, store) =>
      `Subject=${Buffer.from(subject.toString()).toString('hex').replaceAll(/../g, '%$&')}&Stores=My%5C${store}`,
  },
  'what was asked for, searched by types in lower case': {
    criteria: searching((certificate) => written(certificate).replace('CN=', 'cn=')),
  },
};

const certified = (name: string, pki: VendorPki, more: Partial<LawfulServer> = {}): LawfulServer => ({
  name,
  vary: issuingOtherwise(pki),
  ...more,
  // The certificate is issued on the way, for the same key; a second one of a device is equal to its first.
  leavesOut: ['expired-session'],
  departures: [behaves({ admits: 'key' }), ...(more.departures ?? [])],
});

const smallSerials: VendorPki = {
  leaf: ({ csr }) => ({ serial: BigInt(`0x1${createHash('sha1').update(csr.der).digest('hex').slice(0, 4)}`) }),
};

/** Servers with other certificates. */
export const certificateServers: readonly LawfulServer[] = [
  ...Object.entries(pkis).map(([name, pki]) => certified(name, pki)),
  ...Object.entries(subjects).map(([name, pki]) => certified(`certifies ${name}`, pki)),
  certified(
    'does not deliver its root, which is trusted',
    { place: (chain, requested) => usualPlaces(chain, requested).filter(([place]) => !place.startsWith('Root')) },
    { deviceTrust: [vendorRoot.pem] },
  ),
  certified(
    'issues from a trusted root and delivers nothing but the certificate',
    { intermediates: 0, place: (chain, requested) => usualPlaces(chain, requested).slice(0, 1) },
    { deviceTrust: [vendorRoot.pem] },
  ),
  certified(
    'has two intermediates',
    { intermediates: 2 },
    { advice: { 'provisioning/root-certificate': 'at most one is to be delivered (PROV-06)' } },
  ),
  certified(
    'delivers the intermediate under My',
    {
      place: (chain, requested) =>
        usualPlaces(chain, requested).map(([place, certificate]) => [
          place.replace('CA/System', 'My/User'),
          certificate,
        ]),
    },
    { advice: { 'provisioning/intermediate-store': 'Learn says so, MS-MDE2 does not (Q9)' } },
  ),
  certified(
    'puts the certificate of a user into the store of the machine',
    { place: (chain) => usualPlaces(chain, { store: 'System' }) },
    { advice: { 'enrollment/certificate-store': 'EnrollmentType Full goes to My/User (L-aad)' } },
  ),
  certified(
    'certifies several RDNs, searched by the common name alone',
    named(
      long,
      searching(({ subject }) => `CN=${subject.rdns.flat().find(({ type }) => type === 'CN')?.value ?? ''}`),
    ),
    { advice: { 'provisioning/search-criteria-part': 'how Windows compares a part is not known (SHOULD)' } },
  ),
  certified('gives small serial numbers', smallSerials, {
    advice: { 'certificates/serial-entropy': 'public authorities may not (MAY)' },
  }),
  certified(
    'has an intermediate that was signed with SHA-1',
    { root: { hash: 'sha1' } },
    { advice: { 'certificates/signature-hash': 'SHA-256 is recommended (Q20)' } },
  ),
  certified('issues without authority key identifier', leaf({ without: ['2.5.29.35'] }), {
    advice: { 'certificates/key-identifiers': 'RFC 5280 demands it of those who follow it' },
  }),
  certified('issues for two years where its policy says one', leaf({ days: 730 }), {
    advice: { 'certificates/policy-validity': 'about as long as the policy says (X509-08)' },
  }),
];
