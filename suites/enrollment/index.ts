import type { Check } from '../../harness/engine/check.ts';
import { enrollmentAnswer } from './answer.ts';
import { certificateStore } from './certificate-store.ts';
import { credentialAgreement } from './credential-agreement.ts';
import { dispositionLanguage } from './disposition-language.ts';
import { encodingType } from './encoding-type.ts';
import { memberNamespaces } from './member-namespaces.ts';
import { provisioningToken } from './provisioning-token.ts';
import { requestId } from './request-id.ts';
import { responseTime } from './response-time.ts';
import { enrollmentSchema } from './schema.ts';
import { sha256CertificateRequest } from './sha256-certificate-request.ts';
import { singleResponse } from './single-response.ts';
import { tokenSpacing } from './token-spacing.ts';
import { tokenTypeParent } from './token-type-parent.ts';
import { tokenType } from './token-type.ts';
import { valueType } from './value-type.ts';
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
];
