import { createPublicKey, type KeyObject } from 'node:crypto';
import { readCertificateRequest } from '../protocol/pki/read/certificate-request.ts';
import type { CertificateRequest } from '../protocol/pki/read/certificate-request.ts';
import type { Certificate } from '../protocol/pki/read/certificate.ts';
import { poolKey } from '../protocol/pki/build/keys.ts';
import { createName } from '../protocol/pki/read/name.ts';
import type { HttpRequest } from '../wire/exchange/exchange.ts';
import { parseXml } from '../protocol/xml/tree.ts';
import { escaped } from './restyle.ts';
import { varyDocument } from './varied-run.ts';
import type { Vary } from './varied-run.ts';
import { issueAs } from './vendor-certificates.ts';
import type { Issuer, Wish } from './vendor-certificates.ts';

/** What a device asked for. */
export interface Requested {
  readonly csr: CertificateRequest;
  readonly deviceId: string;
  readonly store: 'User' | 'System';
}

/** Certificates and where they stand, such as `CA/System`. */
export type Placed = readonly (readonly [place: string, certificate: Certificate])[];

/** What is special about a vendor's certification authority and about what it delivers. */
export interface VendorPki {
  readonly root?: Partial<Wish> & { readonly hash?: Issuer['hash'] };
  readonly rootKey?: () => KeyObject;
  readonly intermediateKey?: () => KeyObject;
  /** Default: one. */
  readonly intermediates?: number;
  /** The hash of the signature below the client certificate. */
  readonly hash?: Issuer['hash'];
  readonly leaf?: (requested: Requested) => Partial<Wish>;
  /** `chain` begins with the client certificate. */
  readonly place?: (chain: readonly Certificate[], requested: Requested) => Placed;
  /** SSLCLIENTCERTSEARCHCRITERIA. */
  readonly criteria?: (leaf: Certificate, store: string) => string;
}

const rootSubject = 'CN=Vendor Root CA G2,O=Vendor\\, Inc.,C=DE';

/** The root of a vendor that says nothing of it. */
export const vendorRoot = createRoot({});

/** Lets a vendor's own authority issue in the place of the reference server's. */
export function issuingOtherwise(pki: VendorPki): Vary {
  return varyDocument((document, { request }) => {
    const requested = requestedBy(request);
    const chain = createChain(pki, requested);
    const placed = (pki.place ?? usualPlaces)(chain, requested);
    const store = placed.find(([place]) => place.startsWith('My/'))?.[0].slice(3) ?? '';
    const [leaf] = chain;
    const criteria = leaf ? (pki.criteria ?? escapedCriteria)(leaf, store) : '';
    return withCertificates(document, placed).replace(
      /(name="SSLCLIENTCERTSEARCHCRITERIA" value=")[^"]*/,
      (_, start: string) => start + escaped(criteria),
    );
  });
}

/** The places of L-fed: Root, CA, My. */
export function usualPlaces(chain: readonly Certificate[], { store }: Pick<Requested, 'store'>): Placed {
  return chain.map((certificate, index) => {
    const place = index === 0 ? `My/${store}` : index === chain.length - 1 ? 'Root/System' : 'CA/System';
    return [place, certificate];
  });
}

function requestedBy(request: HttpRequest): Requested {
  using tree = parseXml(request.body);
  const item = (name: string): string => tree.text(`//ac:ContextItem[@Name="${name}"]/ac:Value`) ?? '';
  const token = tree.text('//wst:RequestSecurityToken/wsse:BinarySecurityToken') ?? '';
  return {
    csr: readCertificateRequest(Buffer.from(token, 'base64')),
    deviceId: item('DeviceID'),
    store: item('EnrollmentType') === 'Device' ? 'System' : 'User',
  };
}

function createRoot({ root = {}, rootKey }: VendorPki): Certificate & { readonly signer: Issuer } {
  const key = rootKey?.() ?? poolKey(8).privateKey;
  const issuer = issuerOf(rootSubject, key, root.hash);
  const certificate = issueAs(issuer, { subject: rootSubject, spki: issuer.spki, ca: true, days: 3650, ...root });
  return { ...certificate, signer: issuer };
}

function createChain(pki: VendorPki, { csr, ...rest }: Requested): readonly Certificate[] {
  const root = createRoot(pki);
  let issuer = root.signer;
  let chain: readonly Certificate[] = [root];
  for (let number = 1; number <= (pki.intermediates ?? 1); number += 1) {
    const next = issuerOf(
      `CN=Vendor Issuing CA ${number},O=Vendor\\, Inc.,C=DE`,
      pki.intermediateKey?.() ?? poolKey(8 + number).privateKey,
    );
    chain = [issueAs(issuer, { subject: next.subject, spki: next.spki, ca: true, days: 1825 }), ...chain];
    issuer = next;
  }
  const wish = { subject: subjectOf(csr), spki: csr.publicKey.spki, ...pki.leaf?.({ csr, ...rest }) };
  return [issueAs({ ...issuer, ...(pki.hash ? { hash: pki.hash } : {}) }, wish), ...chain];
}

function issuerOf(subject: string, key: KeyObject, hash?: Issuer['hash']): Issuer {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { subject, key, spki, ...(hash ? { hash } : {}) };
}

/** What was asked for, without the NUL that Windows puts at its end. */
function subjectOf({ subject }: CertificateRequest): string {
  const rdns = subject.rdns.map((rdn) => rdn.map(({ type, value }) => ({ type, value: value.replaceAll('\0', '') })));
  return createName(rdns).toString();
}

function escapedCriteria({ subject }: Certificate, store: string): string {
  return `Subject=${encodeURIComponent(subject.toString())}&Stores=My%5C${store}`;
}

function withCertificates(document: string, placed: Placed): string {
  const stored = placed.map(([place, { der, sha1 }]) => {
    const [store = '', location = ''] = place.split('/');
    const parm = `<parm name="EncodedCertificate" value="${Buffer.from(der).toString('base64')}"/>`;
    const certificate = `<characteristic type="${sha1}">${parm}</characteristic>`;
    const container = store === 'My' ? '<characteristic type="PrivateKeyContainer"/>' : '';
    return `<characteristic type="${store}"><characteristic type="${location}">${certificate}${container}</characteristic></characteristic>`;
  });
  const [renewal = ''] = /<characteristic type="WSTEP">.*?<\/characteristic><\/characteristic>/s.exec(document) ?? [];
  const all = `${stored.join('')}<characteristic type="My">${renewal}</characteristic>`;
  return document.replace(
    /<characteristic type="CertificateStore">.*?(?=<characteristic type="APPLICATION">)/s,
    () => `<characteristic type="CertificateStore">${all}</characteristic>`,
  );
}
