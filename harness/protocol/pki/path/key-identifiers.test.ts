import { extensionOids as oids } from '../read/extensions.ts';
import { chain, intermediateWith, leafWith, testRules } from '../testing/chains.ts';
import { hex, integer, tlv } from '../testing/der-writer.ts';
import {
  authorityKeyId,
  certificatePolicies,
  named,
  policyConstraints,
  policyMappings,
  type WrittenExtension,
} from '../testing/extension-writer.ts';
import { freshKey, keyIdOf } from '../testing/mint.ts';

const good = chain();
const key = freshKey();
const aki = authorityKeyId(keyIdOf(key));
const root = (...extensions: readonly WrittenExtension[]) => chain({ root: { key, with: extensions } });

const otherId = hex('00112233');
const half = (...parts: readonly Uint8Array[]): WrittenExtension => authorityKeyId(keyIdOf(key), ...parts);
const issuerName = tlv(0xa1, named.directory('CN=Root'));
const issuerSerial = (serial: number): Buffer => integer(serial, 0x82);
const byRoot = (extension: WrittenExtension) =>
  chain({ root: { key, serial: 77n }, intermediate: { with: [extension] } });

testRules('key identifiers', {
  'a leaf without AKI': [
    chain({ leaf: { without: [oids.authorityKeyId] } }),
    'authority-key-identifier, leaf: extensions[authorityKeyIdentifier].keyIdentifier',
    good,
  ],
  'an intermediate without AKI, and a root that signed itself': [
    chain({ intermediate: { without: [oids.authorityKeyId] } }),
    'authority-key-identifier, intermediate: extensions[authorityKeyIdentifier].keyIdentifier',
    chain({ root: { without: [oids.authorityKeyId] } }),
  ],
  'AKI of issuer and serial number only, and both beside the key': [
    byRoot(authorityKeyId(undefined, issuerName, issuerSerial(77))),
    'authority-key-identifier, intermediate: extensions[authorityKeyIdentifier].keyIdentifier',
    byRoot(half(issuerName, issuerSerial(77))),
  ],
  'AKI with the serial number alone': [
    byRoot(half(issuerSerial(77))),
    'authority-key-identifier, intermediate: extensions[authorityKeyIdentifier].authorityCertIssuer',
    byRoot(half()),
  ],
  'AKI with the serial number of another certificate': [
    byRoot(half(issuerName, issuerSerial(78))),
    'authority-key-identifier, intermediate: extensions[authorityKeyIdentifier].authorityCertSerialNumber',
    byRoot(half(issuerName, issuerSerial(77))),
  ],
  'AKI with another issuer': [
    byRoot(half(tlv(0xa1, named.directory('CN=Other')), issuerSerial(77))),
    'authority-key-identifier, intermediate: extensions[authorityKeyIdentifier].authorityCertIssuer',
    byRoot(half(issuerName, issuerSerial(77))),
  ],
  'AKI of another key': [
    leafWith(authorityKeyId(otherId)),
    'authority-key-identifier, leaf: extensions[authorityKeyIdentifier].keyIdentifier',
    good,
  ],
  'a root that means another key than its own': [
    root(authorityKeyId(otherId)),
    'authority-key-identifier, trust anchor: extensions[authorityKeyIdentifier].keyIdentifier',
    root(aki),
  ],
  'a root without SKI': [
    chain({ root: { key, without: [oids.subjectKeyId] }, intermediate: { with: [aki] } }),
    'subject-key-identifier, trust anchor: extensions[subjectKeyIdentifier]',
    chain({ root: { key }, intermediate: { with: [aki] } }),
  ],
  'an intermediate without SKI, and a leaf without': [
    chain({ intermediate: { key, without: [oids.subjectKeyId] }, leaf: { with: [aki] } }),
    'subject-key-identifier, intermediate: extensions[subjectKeyIdentifier]',
    chain({ leaf: { without: [oids.subjectKeyId] } }),
  ],
});

testRules('policies', {
  'one that is listed twice': [
    leafWith(certificatePolicies('1.2.3', '1.2.3')),
    'certificate-policies, leaf: extensions[certificatePolicies]',
    leafWith(certificatePolicies('1.2.3', '1.2.4')),
  ],
  'anyPolicy that is mapped': [
    intermediateWith(policyMappings(['2.5.29.32.0', '1.2.3'])),
    'policy-mappings, intermediate: extensions[policyMappings]',
    intermediateWith(policyMappings(['1.2.4', '1.2.3'])),
  ],
  'constraints that constrain nothing': [
    intermediateWith(policyConstraints()),
    'policy-constraints, intermediate: extensions[policyConstraints]',
    intermediateWith(policyConstraints(undefined, 0)),
  ],
});
