import { extensionOids as oids } from '../read/extensions.ts';
import { chain, intermediateWith, leafWith, testRules } from '../testing/chains.ts';
import { hex, integer, sequence } from '../testing/der-writer.ts';
import {
  authorityInfoAccess,
  authorityKeyId,
  basicConstraints,
  certificatePolicies,
  extendedKeyUsage,
  flagged,
  inhibitAnyPolicy,
  keyUsage,
  nameConstraints,
  named,
  policyConstraints,
  purposes,
  subjectAltName,
  subjectKeyId,
  unknownExtension,
  valued,
  type WrittenExtension,
} from '../testing/extension-writer.ts';
import { freshKey, keyIdOf } from '../testing/mint.ts';

const good = chain();
const key = freshKey();
const ski = subjectKeyId(keyIdOf(key));
const aki = authorityKeyId(keyIdOf(key));
const root = (...extensions: readonly WrittenExtension[]) => chain({ root: { key, with: extensions } });
const plain = (oid: string, critical: boolean): WrittenExtension => ({ oid, critical, value: sequence() });

testRules('critical extensions', {
  'an unknown one of the leaf': [
    leafWith(unknownExtension(true)),
    'critical-extension!, leaf: extensions[1.3.6.1.4.1.32473.7]',
    leafWith(unknownExtension(false)),
  ],
  'an unknown one of the intermediate': [
    intermediateWith(unknownExtension(true)),
    'critical-extension!, intermediate: extensions[1.3.6.1.4.1.32473.7]',
    intermediateWith(unknownExtension(false)),
  ],
  'an unknown one of the root': [
    root(unknownExtension(true)),
    'critical-extension!, trust anchor: extensions[1.3.6.1.4.1.32473.7]',
    root(unknownExtension(false)),
  ],
  'one that Windows knows': [
    leafWith(unknownExtension(true, '1.3.6.1.4.1.311.21.10')),
    'windows-extension, leaf: extensions[1.3.6.1.4.1.311.21.10]',
    leafWith(unknownExtension(false, '1.3.6.1.4.1.311.21.10')),
  ],
  'one that cannot be read': [
    leafWith(valued(keyUsage('digitalSignature'), hex('0500'))),
    'critical-extension!, leaf: extensions[keyUsage]',
    leafWith(keyUsage('digitalSignature')),
  ],
  'AKI of the root': [
    root(flagged(aki, true)),
    'authority-key-identifier, trust anchor: extensions[authorityKeyIdentifier].critical',
    root(aki),
  ],
  'SKI of the root': [
    root(flagged(ski, true)),
    'subject-key-identifier, trust anchor: extensions[subjectKeyIdentifier].critical',
    root(ski),
  ],
  'AIA of the leaf': [
    leafWith(flagged(authorityInfoAccess, true)),
    'authority-information-access, leaf: extensions[authorityInfoAccess].critical',
    leafWith(authorityInfoAccess),
  ],
  'SIA, freshest CRL and directory attributes of the root': [
    root(
      plain(oids.subjectInfoAccess, true),
      plain(oids.freshestCrl, true),
      plain(oids.subjectDirectoryAttributes, true),
    ),
    [
      'subject-information-access, trust anchor: extensions[subjectInfoAccess].critical',
      'freshest-crl, trust anchor: extensions[freshestCRL].critical',
      'subject-directory-attributes, trust anchor: extensions[subjectDirectoryAttributes].critical',
    ],
    root(
      plain(oids.subjectInfoAccess, false),
      plain(oids.freshestCrl, false),
      plain(oids.subjectDirectoryAttributes, false),
    ),
  ],
});

testRules('extensions that are not critical and must be', {
  'basicConstraints of the root': [
    root(flagged(basicConstraints(true), false)),
    'basic-constraints, trust anchor: extensions[basicConstraints].critical',
    root(basicConstraints(true)),
  ],
  'basicConstraints of the intermediate, and of a leaf': [
    intermediateWith(flagged(basicConstraints(true), false)),
    'basic-constraints, intermediate: extensions[basicConstraints].critical',
    leafWith(flagged(basicConstraints(false), false)),
  ],
  'name constraints': [
    root(flagged(nameConstraints([named.dns('example.com')]), false)),
    'name-constraints-form, trust anchor: extensions[nameConstraints].critical',
    root(nameConstraints([named.dns('example.com')])),
  ],
  'policy constraints': [
    intermediateWith(flagged(policyConstraints(3), false)),
    'policy-constraints, intermediate: extensions[policyConstraints].critical',
    intermediateWith(policyConstraints(3)),
  ],
  inhibitAnyPolicy: [
    intermediateWith(flagged(inhibitAnyPolicy(0), false)),
    'inhibit-any-policy, intermediate: extensions[inhibitAnyPolicy].critical',
    intermediateWith(inhibitAnyPolicy(0)),
  ],
  'subjectAltName beside an empty subject': [
    chain({ leaf: { subject: '' } }),
    'subject-alternative-name, leaf: extensions[subjectAltName].critical',
    chain({ leaf: { subject: '', with: [flagged(subjectAltName(named.dns('device.example.com')), true)] } }),
  ],
});

testRules('values that cannot be read', {
  'text for alternative names': [
    leafWith({ ...subjectAltName(), value: Buffer.from('device.example.com') }),
    'extension-value, leaf: extensions[subjectAltName]',
    good,
  ],
  'alternative names without a name': [
    leafWith(subjectAltName()),
    'extension-value, leaf: extensions[subjectAltName]',
    good,
  ],
  'octets behind a value': [
    root(valued(ski, Buffer.concat([ski.value, hex('00')]))),
    'extension-value, trust anchor: extensions[subjectKeyIdentifier]',
    root(ski),
  ],
  'a boolean that is neither true nor false': [
    leafWith(flagged({ ...basicConstraints(false), value: sequence(hex('010101')) }, false)),
    'extension-value, leaf: extensions[basicConstraints]',
    leafWith(basicConstraints(false)),
  ],
  'a length in too many octets': [
    leafWith({ ...authorityInfoAccess, oid: oids.certificatePolicies, value: hex('308106 3004 0602 2a03') }),
    'extension-value, leaf: extensions[certificatePolicies]',
    leafWith(certificatePolicies('1.2.3')),
  ],
  'extended key usages without one': [
    chain({ leaf: { with: [extendedKeyUsage()] } }),
    ['purpose!, leaf: extensions[extendedKeyUsage]', 'extension-value, leaf: extensions[extendedKeyUsage]'],
    leafWith(extendedKeyUsage(purposes.client)),
  ],
  'a path length below zero': [
    intermediateWith(valued(basicConstraints(true), sequence(hex('0101ff'), integer(-1)))),
    [
      'ca-bit!, intermediate: extensions[basicConstraints]',
      'critical-extension!, intermediate: extensions[basicConstraints]',
      'key-usage, intermediate: extensions[keyUsage]',
    ],
    intermediateWith(basicConstraints(true, 0)),
  ],
});

testRules('extensions that come twice', {
  'alternative names': [
    leafWith(subjectAltName(named.dns('device.example.com')), subjectAltName(named.dns('device.example.com'))),
    'unique-extensions, leaf: extensions[2.5.29.17]',
    good,
  ],
  'an unknown one': [
    root(unknownExtension(false), unknownExtension(false)),
    'unique-extensions, trust anchor: extensions[1.3.6.1.4.1.32473.7]',
    root(unknownExtension(false)),
  ],
});
