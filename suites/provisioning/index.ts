import type { Check } from '../../harness/engine/rule/check.ts';
import { announcedEncoding } from './announced-encoding.ts';
import { certificateEncoding } from './certificate-encoding.ts';
import { certificateSize } from './certificate-size.ts';
import { chain } from './chain.ts';
import { clientCertificate } from './client-certificate.ts';
import { deviceIdUniqueness } from './device-id-uniqueness.ts';
import { deviceStore } from './device-store.ts';
import { intermediateStore } from './intermediate-store.ts';
import { nonceUniqueness } from './nonce-uniqueness.ts';
import { privateKeyContainer } from './private-key-container.ts';
import { rootCertificate } from './root-certificate.ts';
import { rootStore } from './root-store.ts';
import { searchCriteriaPart } from './search-criteria-part.ts';
import { searchCriteriaStore } from './search-criteria-store.ts';
import { searchCriteriaSubject } from './search-criteria-subject.ts';
import { secretUniqueness } from './secret-uniqueness.ts';
import { thumbprint } from './thumbprint.ts';
import { userPrincipalName } from './user-principal-name.ts';
import { provisioningDocumentChecks } from './document-checks.ts';

/** What the device configures itself from. */
export const provisioningChecks: readonly Check[] = [
  ...provisioningDocumentChecks,
  clientCertificate,
  certificateEncoding,
  thumbprint,
  rootCertificate,
  rootStore,
  intermediateStore,
  privateKeyContainer,
  chain,
  searchCriteriaSubject,
  searchCriteriaPart,
  searchCriteriaStore,
  deviceStore,
  certificateSize,
  deviceIdUniqueness,
  secretUniqueness,
  nonceUniqueness,
  userPrincipalName,
  announcedEncoding,
];
