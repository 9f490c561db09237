import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import { nil } from './envelope.ts';
import type { PolicyRequest } from './policy-request.ts';
import { oids, type Lifetime } from './protocol.ts';

/** What the answer to GetPolicies depends on, besides the request. */
export interface PolicyFacts {
  /** Of the enrollment service. */
  readonly uri: string;
  readonly lifetime: Lifetime;
  /** The issuing certificate authority. */
  readonly issuer: Certificate;
  /** Hours until the device should ask again. */
  readonly nextUpdateHours: number;
}

/** The id of one set of policies; clients may compare it (MS-XCEP 3.1.4.1.3.23). */
const policyId = '{2E0F6B5C-7A41-4D3B-9C58-0B6B9C1D7E11}';
const secondsPerDay = 86_400;

/** Numbers that connect the parts of the message. */
const references = { hash: 0, policy: 1, publicKey: 2, extendedKeyUsage: 3, issuer: 0 } as const;

/** ExtKeyUsageSyntax (RFC 5280 section 4.2.1.12) with id-kp-clientAuth, in DER. */
const clientAuthentication = Buffer.from('300a06082b06010505070302', 'hex').toString('base64');

/** Answers GetPolicies (MS-XCEP 3.1.4.1.2.2); the profile of MS-MDE2 3.3.4.1.1.2 asks for schema 3 and a hash. */
export function getPolicies({ upToDate, wanted }: PolicyRequest, facts: PolicyFacts): XmlObject {
  const full = wanted && !upToDate;
  return {
    GetPoliciesResponse: {
      '@_xmlns': namespaces.x,
      response: {
        policyID: policyId,
        policyFriendlyName: 'Reference device enrollment',
        nextUpdateHours: facts.nextUpdateHours,
        policiesNotChanged: upToDate,
        policies: full ? { policy: policy(facts.lifetime) } : nil,
      },
      cAs: full ? { cA: certificateAuthority(facts) } : nil,
      oIDs: full ? { oID: objectIdentifiers } : nil,
    },
  };
}

function policy({ days, renewalDays }: Lifetime): XmlObject {
  return {
    policyOIDReference: references.policy,
    cAs: { cAReference: references.issuer },
    attributes: {
      commonName: 'ReferenceDeviceEnrollment',
      policySchema: 3,
      certificateValidity: {
        validityPeriodSeconds: days * secondsPerDay,
        renewalPeriodSeconds: renewalDays * secondsPerDay,
      },
      permission: { enroll: true, autoEnroll: false },
      privateKeyAttributes: {
        minimalKeyLength: 2048,
        keySpec: nil,
        keyUsageProperty: nil,
        permissions: nil,
        algorithmOIDReference: references.publicKey,
        cryptoProviders: {
          provider: ['Microsoft Platform Crypto Provider', 'Microsoft Software Key Storage Provider'],
        },
      },
      revision: { majorRevision: 100, minorRevision: 0 },
      supersededPolicies: nil,
      privateKeyFlags: 0,
      subjectNameFlags: 1,
      enrollmentFlags: 0,
      generalFlags: 0x40,
      hashAlgorithmOIDReference: references.hash,
      rARequirements: { rASignatures: 0, rAEKUs: nil, rAPolicies: nil },
      keyArchivalAttributes: nil,
      extensions: {
        extension: { oIDReference: references.extendedKeyUsage, critical: false, value: clientAuthentication },
      },
    },
  };
}

/** User name and password for a first enrollment, the certificate itself for its renewal (MS-XCEP 3.1.4.1.3.5). */
function certificateAuthority({ uri, issuer }: PolicyFacts): XmlObject {
  return {
    uris: {
      cAURI: [
        { clientAuthentication: 4, uri, priority: 1, renewalOnly: false },
        { clientAuthentication: 8, uri, priority: 2, renewalOnly: true },
      ],
    },
    certificate: Buffer.from(issuer.der).toString('base64'),
    enrollPermission: true,
    cAReferenceID: references.issuer,
  };
}

/** Groups are those of MS-XCEP 3.1.4.1.3.16. */
const objectIdentifiers = [
  { value: oids.sha256, group: 1, oIDReferenceID: references.hash, defaultName: 'sha256' },
  { value: oids.policy, group: 9, oIDReferenceID: references.policy, defaultName: 'Reference device enrollment' },
  { value: oids.rsaEncryption, group: 3, oIDReferenceID: references.publicKey, defaultName: 'RSA' },
  {
    value: oids.extendedKeyUsage,
    group: 6,
    oIDReferenceID: references.extendedKeyUsage,
    defaultName: 'Extended Key Usage',
  },
] as const;
