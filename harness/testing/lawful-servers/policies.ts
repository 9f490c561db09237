import { append, attribute, duplicate, remove, set, swap } from '../../engine/rule/departures.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { Vary } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';
import { rewriting } from './rewriting.ts';

const on = 'get-policies';
const nil = (at: string): readonly Departure[] => [
  remove(on, `${at}/*`),
  attribute(on, at, `{${namespaces.xsi}}nil`, 'true'),
];
const silent = (at: string): readonly Departure[] => [
  set(on, at, ''),
  attribute(on, at, `{${namespaces.xsi}}nil`, 'true'),
];
const edit = (change: (text: string) => string): Vary => rewriting(on, change);
const nilOf = (name: string): string => `<${name} xsi:nil="true"/>`;
const without = (text: string, name: string): string =>
  text.replace(new RegExp(`<${name}>.*?</${name}>`, 's'), nilOf(name));

/** Servers with other policies. */
export const policyServers: readonly LawfulServer[] = [
  { name: 'leaves policyID empty', departures: [set(on, '//x:policyID', '')] },
  { name: 'has a nil policyFriendlyName', departures: silent('//x:policyFriendlyName') },
  { name: 'has a nil nextUpdateHours', departures: silent('//x:nextUpdateHours') },
  {
    name: 'has a nil policiesNotChanged',
    vary: edit((text) => text.replace(/<policiesNotChanged>false<\/policiesNotChanged>/, nilOf('policiesNotChanged'))),
  },
  {
    name: 'writes booleans as digits',
    vary: edit((text) => text.replaceAll('>true<', '>1<').replaceAll('>false<', '>0<')),
  },
  { name: 'pads numbers and booleans', vary: edit((text) => text.replaceAll(/>(\d{1,9}|true|false)</g, '>\n $1\t<')) },
  { name: 'writes numbers with leading zeros', vary: edit((text) => text.replaceAll(/>(\d{1,9})</g, '>00$1<')) },
  { name: 'names no cryptoProviders', departures: nil('//x:cryptoProviders') },
  { name: 'names no algorithm of the key', departures: silent('//x:algorithmOIDReference') },
  { name: 'has a nil minorRevision', departures: silent('//x:minorRevision') },
  { name: 'has a nil renewalOnly', departures: silent('//x:renewalOnly') },
  { name: 'gives priorities to no address', departures: silent('//x:priority') },
  { name: 'has no extensions', departures: nil('//x:extensions') },
  { name: 'has a nil critical of an extension', departures: silent('//x:extension/x:critical') },
  { name: 'has a nil value of an extension', departures: silent('//x:extension/x:value') },
  { name: 'has no rARequirements', departures: nil('//x:rARequirements') },
  {
    name: 'has nil flags',
    departures: ['privateKeyFlags', 'subjectNameFlags', 'enrollmentFlags', 'generalFlags'].flatMap((name) =>
      silent(`//x:${name}`),
    ),
  },
  {
    name: 'names no issuers',
    vary: edit((text) => without(text.replace(/<cAs><cA>.*<\/cA><\/cAs>/s, nilOf('cAs')), 'cAs')),
  },
  { name: 'names no issuer for the policy', departures: nil('//x:policy/x:cAs') },
  { name: 'has a policy without hash', departures: silent('//x:hashAlgorithmOIDReference') },
  {
    name: 'asks for SHA-1, as is the default',
    departures: [
      set(on, '//x:oID[1]/x:value', '1.3.14.3.2.29'),
      set(on, '//x:oID[1]/x:defaultName', 'szOID_OIWSEC_sha1RSASign'),
    ],
  },
  { name: 'asks for SHA-256 with RSA', departures: [set(on, '//x:oID[1]/x:value', '1.2.840.113549.1.1.11')] },
  {
    name: 'has the hash in group 4, as the samples',
    departures: [set(on, '//x:oID[1]/x:group', '4')],
    advice: { 'policy/hash-group': 'Q19' },
  },
  { name: 'asks for 3072 bits', departures: [set(on, '//x:minimalKeyLength', '3072')] },
  { name: 'asks for 4096 bits', departures: [set(on, '//x:minimalKeyLength', '4096')] },
  {
    name: 'allows short keys',
    departures: [set(on, '//x:minimalKeyLength', '1024')],
    advice: { 'policy/key-size': 'usual sizes' },
  },
  {
    name: 'offers several policies',
    departures: [
      duplicate(on, '//x:policy'),
      set(on, '//x:policy[2]//x:commonName', 'Another'),
      duplicate(on, '//x:oID[2]'),
      set(on, '//x:oID[3]/x:oIDReferenceID', '9'),
      set(on, '//x:oID[3]/x:value', '1.3.6.1.4.1.32473.1.2'),
      set(on, '//x:policy[2]/x:policyOIDReference', '9'),
      set(on, '//x:policy[2]//x:permission/x:enroll', 'false'),
    ],
  },
  { name: 'has its oIDs in another order', departures: [swap(on, '//x:oID[1]'), swap(on, '//x:oID[3]')] },
  {
    name: 'numbers its oIDs by other integers',
    vary: edit((text) =>
      text.replaceAll(
        /<(oIDReferenceID|algorithmOIDReference|hashAlgorithmOIDReference|oIDReference|policyOIDReference)>(\d)</g,
        '<$1>-5$2<',
      ),
    ),
  },
  {
    name: 'asks for archival of the key',
    vary: edit((text) =>
      text.replace(
        nilOf('keyArchivalAttributes'),
        '<keyArchivalAttributes><symmetricAlgorithmOIDReference>2</symmetricAlgorithmOIDReference><symmetricAlgorithmKeyLength>256</symmetricAlgorithmKeyLength></keyArchivalAttributes>',
      ),
    ),
  },
  {
    name: 'supersedes policies',
    vary: edit((text) =>
      text.replace(
        nilOf('supersededPolicies'),
        '<supersededPolicies><commonName>Old</commonName></supersededPolicies>',
      ),
    ),
  },
  {
    name: 'wants registration authorities',
    vary: edit((text) => text.replace(nilOf('rAEKUs'), '<rAEKUs><oIDReference>3</oIDReference></rAEKUs>')),
  },
  {
    name: 'sets the other parts of the key',
    vary: edit((text) =>
      text
        .replace(nilOf('keySpec'), '<keySpec>2</keySpec>')
        .replace(nilOf('keyUsageProperty'), '<keyUsageProperty>16777215</keyUsageProperty>')
        .replace(nilOf('permissions'), '<permissions>D:P(A;;GA;;;BA)</permissions>'),
    ),
  },
  {
    name: 'asks for attestation in version 5',
    vary: edit((text) =>
      text.replace(
        '<cryptoProviders>',
        '<AttestationFailureBehavior>IgnoreOnError</AttestationFailureBehavior><OperationTimeout>100</OperationTimeout><cryptoProviders>',
      ),
    ),
  },
  {
    name: 'asks for attestation in version 5, marked nil with content as in the samples',
    vary: edit((text) =>
      text.replace(
        '<cryptoProviders>',
        '<AttestationFailureBehavior xsi:nil="true">IgnoreOnError</AttestationFailureBehavior><OperationTimeout xsi:nil="true">100</OperationTimeout><cryptoProviders>',
      ),
    ),
  },
  {
    name: 'asks for attestation in version 6',
    departures: [
      append(
        on,
        '//x:attributes',
        '<x:attestation><x:attestationFailureBehavior>RetryOnError</x:attestationFailureBehavior><x:operationTimeout>100</x:operationTimeout><x:azureAttestation><x:nonce>abc</x:nonce><x:relyingPartyId>id</x:relyingPartyId><x:endpointUri>https://a.example</x:endpointUri></x:azureAttestation></x:attestation>',
      ),
    ],
    advice: { 'policy/attestation-nonce': 'the nonce repeats (POL-49)' },
  },
  {
    name: 'adds elements of another namespace where any may be',
    departures: [
      append(on, '//x:attributes', '<v:extra xmlns:v="urn:vendor"><v:deep/></v:extra>'),
      append(on, '//x:response', '<v:extra xmlns:v="urn:vendor"/>'),
      append(on, '//x:oID[1]', '<v:extra xmlns:v="urn:vendor"/>'),
    ],
  },
  {
    name: 'breaks the base64 of its certificate',
    vary: edit((text) =>
      text.replace(
        /<certificate>([^<]*)/,
        (_, base64: string) => `<certificate>\n${base64.replaceAll(/.{64}/g, '$&\r\n')}`,
      ),
    ),
  },
  {
    name: 'lets a short-lived certificate be renewed early',
    departures: [
      set(on, '//x:validityPeriodSeconds', '864000'),
      set(on, '//x:renewalPeriodSeconds', '86400'),
      { behaviour: { leaf: { notAfterDays: 10 } } },
    ],
    advice: { 'provisioning/renewal-window': 'RenewPeriod stays at 42 in this variant' },
  },
];
