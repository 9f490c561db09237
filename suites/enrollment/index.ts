import type { Check } from '../../harness/engine/rule/check.ts';
import { absentContextItems } from './absent-context-items.ts';
import { enrollmentAnswer } from './answer.ts';
import { booleanVariants } from './boolean-variants.ts';
import { brokenHash } from './broken-hash.ts';
import { certificateRequestSignature } from './certificate-request-signature.ts';
import { certificateRequestSpacing } from './certificate-request-spacing.ts';
import { certificateStore } from './certificate-store.ts';
import { credentialAgreement } from './credential-agreement.ts';
import { credentialFault } from './credential-fault.ts';
import { deviceEnrollment } from './device-enrollment.ts';
import { deviceIdVariants } from './device-id-variants.ts';
import { deviceNameEncoding } from './device-name-encoding.ts';
import { deviceTypes } from './device-types.ts';
import { dispositionLanguage } from './disposition-language.ts';
import { encodingType } from './encoding-type.ts';
import { hardwareIdVariants } from './hardware-id-variants.ts';
import { ignoredElements } from './ignored-elements.ts';
import { ignoredRequestId } from './ignored-request-id.ts';
import { keyExchangeToken } from './key-exchange-token.ts';
import { longKey } from './long-key.ts';
import { memberNamespaces } from './member-namespaces.ts';
import { missingCertificateRequest } from './missing-certificate-request.ts';
import { missingRequestType } from './missing-request-type.ts';
import { osEditions } from './os-editions.ts';
import { passwordAttributes } from './password-attributes.ts';
import { passwordSpacing } from './password-spacing.ts';
import { policyIndependence } from './policy-independence.ts';
import { programmaticEnrollment } from './programmatic-enrollment.ts';
import { provisioningToken } from './provisioning-token.ts';
import { queryTokenStatus } from './query-token-status.ts';
import { repeatedContextItems } from './repeated-context-items.ts';
import { repeatedRequest } from './repeated-request.ts';
import { requestId } from './request-id.ts';
import { requiredCredential } from './required-credential.ts';
import { responseTime } from './response-time.ts';
import { enrollmentSchema } from './schema.ts';
import { sha256CertificateRequest } from './sha256-certificate-request.ts';
import { sharedHardwareId } from './shared-hardware-id.ts';
import { shortKey } from './short-key.ts';
import { signatureRefusal } from './signature-refusal.ts';
import { singleResponse } from './single-response.ts';
import { spareContextItems } from './spare-context-items.ts';
import { tokenSpacing } from './token-spacing.ts';
import { tokenTypeParent } from './token-type-parent.ts';
import { tokenType } from './token-type.ts';
import { undecodableCertificateRequest } from './undecodable-certificate-request.ts';
import { unknownContextItems } from './unknown-context-items.ts';
import { unknownRequestType } from './unknown-request-type.ts';
import { unknownEnrollmentUser } from './unknown-user.ts';
import { unreadableCertificateRequest } from './unreadable-certificate-request.ts';
import { usernameTokenId } from './username-token-id.ts';
import { valueType } from './value-type.ts';
import { windows11Items } from './windows-11-items.ts';
import { windowsCertificateRequest } from './windows-certificate-request.ts';

/** How a request for a certificate is answered. */
export const enrollmentChecks: readonly Check[] = [
  enrollmentAnswer,
  credentialAgreement,
  windowsCertificateRequest,
  sha256CertificateRequest,
  responseTime,
  enrollmentSchema,
  singleResponse,
  tokenType,
  tokenTypeParent,
  provisioningToken,
  valueType,
  encodingType,
  tokenSpacing,
  certificateStore,
  memberNamespaces,
  requestId,
  dispositionLanguage,
  longKey,
  policyIndependence,
  programmaticEnrollment,
  absentContextItems,
  spareContextItems,
  repeatedContextItems,
  unknownContextItems,
  windows11Items,
  hardwareIdVariants,
  deviceIdVariants,
  booleanVariants,
  deviceEnrollment,
  deviceTypes,
  osEditions,
  deviceNameEncoding,
  ignoredRequestId,
  ignoredElements,
  certificateRequestSpacing,
  passwordAttributes,
  usernameTokenId,
  passwordSpacing,
  repeatedRequest,
  requiredCredential,
  unknownEnrollmentUser,
  credentialFault,
  missingRequestType,
  unknownRequestType,
  keyExchangeToken,
  queryTokenStatus,
  missingCertificateRequest,
  undecodableCertificateRequest,
  unreadableCertificateRequest,
  certificateRequestSignature,
  signatureRefusal,
  sharedHardwareId,
  shortKey,
  brokenHash,
];
