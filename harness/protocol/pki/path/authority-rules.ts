import type { Certificate } from '../read/certificate.ts';
import { isSelfSigned } from '../read/chain-link.ts';
import { extensionOids as oids } from '../read/extensions.ts';
import { nameKey, type Name } from '../read/name.ts';
import { extensionField } from '../read/oddities.ts';
import { nameOf, type Observation, type Seat } from './finding.ts';

const constraints = extensionField('basicConstraints');
const usage = extensionField('keyUsage');
const authorityKey = extensionField('authorityKeyIdentifier');
const subjectKey = extensionField('subjectKeyIdentifier');

/** What a certificate that others are issued by has to be (RFC 5280 section 6.1.4, k and n). */
export function* issuerRules({ certificate, depth, isAnchor }: Seat): Iterable<Observation> {
  if (depth === 0) return;
  const { ca, keyUsages, version, extensions } = certificate;
  const name = nameOf(certificate);
  // Before version 3 there was no basicConstraints: what is that old is an authority by being trusted, or not at all.
  const isTrustedAsItIs = isAnchor && version < 3 && extensions.length === 0;
  if (ca !== true && !isTrustedAsItIs) {
    const field = ca === undefined ? constraints : `${constraints}.cA`;
    const why = ca === undefined ? 'it has no basicConstraints that can be read' : 'cA is false';
    yield { rule: 'ca-bit', field, message: `${name} is no CA certificate: ${why}` };
  }
  if (keyUsages && !keyUsages.includes('keyCertSign')) {
    const message = `${name} may not sign certificates: its key usages are ${keyUsages.join(', ') || 'none'}`;
    yield { rule: 'certificate-signing', field: usage, message };
  }
}

/** How basicConstraints, keyUsage and the key identifier of one certificate have to go together (RFC 5280 section 4.2.1). */
export function* authorityRules(certificate: Certificate): Iterable<Observation> {
  const { ca, pathLength, keyUsages, extensions } = certificate;
  const name = nameOf(certificate);
  const signs = keyUsages?.includes('keyCertSign');
  const critical = extensions.find(({ oid }) => oid === oids.basicConstraints)?.critical;
  if (ca === true && critical === false) {
    const message = `${name} is a CA certificate and marks basicConstraints as not critical`;
    yield { rule: 'basic-constraints', field: `${constraints}.critical`, message };
  }
  if (pathLength !== undefined && (ca !== true || signs === false)) {
    const why = ca === true ? 'is not allowed to sign certificates' : 'is no CA certificate';
    const message = `${name} has the path length ${pathLength} and ${why}`;
    yield { rule: 'basic-constraints', field: `${constraints}.pathLenConstraint`, message };
  }
  if (signs === true && ca !== true) {
    yield {
      rule: 'key-usage',
      field: usage,
      message: `${name} has the key usage keyCertSign and is no CA certificate`,
    };
  }
  if (ca === true && !extensions.some(({ oid }) => oid === oids.keyUsage)) {
    yield { rule: 'key-usage', field: usage, message: `${name} is a CA certificate without key usage` };
  }
  if (keyUsages?.length === 0) {
    yield { rule: 'key-usage', field: usage, message: `${name} has a key usage of no bit` };
  }
  if (ca === true && !extensions.some(({ oid }) => oid === oids.subjectKeyId)) {
    const message = `${name} is a CA certificate without subject key identifier`;
    yield { rule: 'subject-key-identifier', field: subjectKey, message };
  }
  if (ca === true && certificate.subject.rdns.length === 0) {
    yield { rule: 'subject', field: 'tbsCertificate.subject', message: `${name} is a CA certificate without subject` };
  }
}

/** Whether a certificate says by which key it was signed (RFC 5280 section 4.2.1.1); what signed itself need not. */
export function* authorityKeyRules(seat: Seat): Iterable<Observation> {
  const { certificate, isAnchor } = seat;
  const { authorityKeyId, authorityCertificate } = certificate;
  const name = nameOf(certificate);
  if (authorityKeyId === undefined && !isOldAnchor(seat) && !isSelfSigned(certificate)) {
    const message = `${name} does not identify the key of its issuer`;
    yield { rule: 'authority-key-identifier', field: `${authorityKey}.keyIdentifier`, message };
  }
  if (
    authorityCertificate &&
    (authorityCertificate.issuer === undefined) !== (authorityCertificate.serial === undefined)
  ) {
    const message = `${name} identifies the certificate of its issuer by half: issuer and serial number belong together`;
    yield { rule: 'authority-key-identifier', field: `${authorityKey}.authorityCertIssuer`, message };
  }
  if (isAnchor && isSelfSigned(certificate)) yield* issuerKeyRules(certificate, certificate);
}

function isOldAnchor({ certificate, isAnchor }: Seat): boolean {
  return isAnchor && certificate.version < 3 && certificate.extensions.length === 0;
}

/** Whether the issuer is the one that the certificate's authorityKeyIdentifier means (RFC 5280 sections 4.2.1.1 and 4.2.1.2). */
export function* issuerKeyRules(certificate: Certificate, issuer: Certificate): Iterable<Observation> {
  const { authorityKeyId, authorityCertificate } = certificate;
  const meant = (part: string, said: string, is: string): Observation => ({
    rule: 'authority-key-identifier',
    field: `${authorityKey}.${part}`,
    message: `${nameOf(certificate)} names ${said} as that of its issuer, which has ${is}`,
  });
  if (authorityKeyId !== undefined && issuer.subjectKeyId !== undefined && authorityKeyId !== issuer.subjectKeyId) {
    yield meant('keyIdentifier', `the key ${authorityKeyId}`, issuer.subjectKeyId);
  }
  const names = issuersNamedBy(certificate);
  if (names.size > 0 && !names.has(nameKey(issuer.issuer))) {
    const [first] = names.values();
    const more = names.size > 1 ? ` or one of ${names.size - 1} others` : '';
    yield meant('authorityCertIssuer', `the issuer "${String(first)}"${more}`, `"${issuer.issuer.toString()}"`);
  }
  const serial = authorityCertificate?.serial;
  if (serial !== undefined && serial !== issuer.serial) {
    yield meant('authorityCertSerialNumber', `the serial number ${serial.toString(16)}`, issuer.serial.toString(16));
  }
}

const namedIssuers = new WeakMap<Certificate, ReadonlyMap<string, Name>>();

/** The directory names in authorityCertIssuer, by their keys; a search asks for them with each issuer that it tries. */
function issuersNamedBy(certificate: Certificate): ReadonlyMap<string, Name> {
  const known =
    namedIssuers.get(certificate) ??
    new Map(certificate.authorityCertificate?.issuer?.flatMap(({ name }) => (name ? [[nameKey(name), name]] : [])));
  namedIssuers.set(certificate, known);
  return known;
}
