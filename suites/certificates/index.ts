import type { Check } from '../../harness/engine/check.ts';
import { authorityUse } from './authority-use.ts';
import { authorityValidity } from './authority-validity.ts';
import { clientAuthentication } from './client-authentication.ts';
import { criticalExtensions } from './critical-extensions.ts';
import { deviceAuthority } from './device-authority.ts';
import { deviceUniqueness } from './device-uniqueness.ts';
import { intermediateAuthority } from './intermediate-authority.ts';
import { keyUsage } from './key-usage.ts';
import { policyHash } from './policy-hash.ts';
import { policyValidity } from './policy-validity.ts';
import { publicKey } from './public-key.ts';
import { repeatedCertificateRequest } from './repeated-certificate-request.ts';
import { rootAuthority } from './root-authority.ts';
import { serialNumber } from './serial-number.ts';
import { serialUniqueness } from './serial-uniqueness.ts';
import { subject } from './subject.ts';
import { subjectIdentity } from './subject-identity.ts';
import { validity } from './validity.ts';
import { version } from './version.ts';

/** What the issued certificates say, and whether they can be used. */
export const certificateChecks: readonly Check[] = [
  publicKey,
  validity,
  version,
  subject,
  subjectIdentity,
  clientAuthentication,
  keyUsage,
  criticalExtensions,
  deviceAuthority,
  deviceUniqueness,
  serialNumber,
  serialUniqueness,
  repeatedCertificateRequest,
  policyValidity,
  policyHash,
  rootAuthority,
  intermediateAuthority,
  authorityValidity,
  authorityUse,
];
