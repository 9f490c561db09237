import type { Check } from '../../harness/engine/rule/check.ts';
import { authorityKey } from './authority-key.ts';
import { authorityKeyStrength } from './authority-key-strength.ts';
import { authorityUse } from './authority-use.ts';
import { authorityValidity } from './authority-validity.ts';
import { breakableAuthorityKey } from './breakable-authority-key.ts';
import { clientAuthentication } from './client-authentication.ts';
import { collisionProneHash } from './collision-prone-hash.ts';
import { criticalExtensions } from './critical-extensions.ts';
import { deviceAuthority } from './device-authority.ts';
import { deviceUniqueness } from './device-uniqueness.ts';
import { encoding } from './encoding.ts';
import { intermediateAuthority } from './intermediate-authority.ts';
import { issuerKeyIdentifier } from './issuer-key-identifier.ts';
import { keyIdentifiers } from './key-identifiers.ts';
import { keyUsage } from './key-usage.ts';
import { policyHash } from './policy-hash.ts';
import { policyKeyLength } from './policy-key-length.ts';
import { policyValidity } from './policy-validity.ts';
import { publicKey } from './public-key.ts';
import { repeatedCertificateRequest } from './repeated-certificate-request.ts';
import { rootAuthority } from './root-authority.ts';
import { serialEntropy } from './serial-entropy.ts';
import { serialNumber } from './serial-number.ts';
import { serialUniqueness } from './serial-uniqueness.ts';
import { signatureHash } from './signature-hash.ts';
import { subject } from './subject.ts';
import { subjectIdentity } from './subject-identity.ts';
import { validity } from './validity.ts';
import { validityNesting } from './validity-nesting.ts';
import { version } from './version.ts';

/** What the issued certificates say, and whether they can be used. */
export const certificateChecks: readonly Check[] = [
  publicKey,
  authorityKey,
  validity,
  version,
  encoding,
  subject,
  subjectIdentity,
  clientAuthentication,
  keyUsage,
  criticalExtensions,
  deviceAuthority,
  deviceUniqueness,
  serialNumber,
  serialUniqueness,
  serialEntropy,
  repeatedCertificateRequest,
  policyValidity,
  policyHash,
  policyKeyLength,
  rootAuthority,
  intermediateAuthority,
  authorityValidity,
  authorityUse,
  validityNesting,
  keyIdentifiers,
  issuerKeyIdentifier,
  signatureHash,
  collisionProneHash,
  authorityKeyStrength,
  breakableAuthorityKey,
];
