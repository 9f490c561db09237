import type { Check } from '../../harness/engine/rule/check.ts';
import { faultAction } from './action.ts';
import { blamedCredential } from './blamed-credential.ts';
import { certificateDetail } from './certificate-detail.ts';
import { code } from './code.ts';
import { faultContentType } from './content-type.ts';
import { detailName } from './detail-name.ts';
import { detail } from './detail.ts';
import { emptyPassword } from './empty-password.ts';
import { enrollmentRefusal } from './enrollment-refusal.ts';
import { errorType } from './error-type.ts';
import { expiredTimestamp } from './expired-timestamp.ts';
import { httpStatus } from './http-status.ts';
import { incompleteCredential } from './incomplete-credential.ts';
import { incompleteMessage } from './incomplete-message.ts';
import { internals } from './internals.ts';
import { invalidRequest } from './invalid-request.ts';
import { letterCase } from './letter-case.ts';
import { otherCredential } from './other-credential.ts';
import { nearMissPassword } from './near-miss-password.ts';
import { padding } from './padding.ts';
import { policyRefusal } from './policy-refusal.ts';
import { reasonLanguage } from './reason-language.ts';
import { reason } from './reason.ts';
import { faultRelatesTo } from './relates-to.ts';
import { repeatedSecurity } from './repeated-security.ts';
import { faultSchema } from './schema.ts';
import { securityReason } from './security-reason.ts';
import { soapFault } from './soap-fault.ts';
import { faultSoapVersion } from './soap-version.ts';
import { stateAuthorizationSubcode } from './state-authorization-subcode.ts';
import { stateAuthorization } from './state-authorization.ts';
import { stateCaDownSubcode } from './state-ca-down-subcode.ts';
import { stateCaDown } from './state-ca-down.ts';
import { stateCustomError } from './state-custom-error.ts';
import { stateDeviceCap } from './state-device-cap.ts';
import { stateLicense } from './state-license.ts';
import { stateMaintenance } from './state-maintenance.ts';
import { stateUnsupportedDevice } from './state-unsupported-device.ts';
import { subcodeAgreement } from './subcode-agreement.ts';
import { subcode } from './subcode.ts';
import { traceIdUniqueness } from './trace-id-uniqueness.ts';
import { traceId } from './trace-id.ts';
import { unknownUser } from './unknown-user.ts';
import { wrongPassword } from './wrong-password.ts';

/** How a server refuses: whether with a fault, for which reason, in which form, and with which detail. */
export const faultChecks: readonly Check[] = [
  soapFault,
  policyRefusal,
  enrollmentRefusal,
  wrongPassword,
  emptyPassword,
  nearMissPassword,
  unknownUser,
  otherCredential,
  incompleteCredential,
  repeatedSecurity,
  expiredTimestamp,
  securityReason,
  incompleteMessage,
  blamedCredential,
  stateAuthorization,
  stateAuthorizationSubcode,
  stateDeviceCap,
  stateUnsupportedDevice,
  stateLicense,
  stateMaintenance,
  stateCustomError,
  stateCaDown,
  stateCaDownSubcode,
  subcodeAgreement,
  httpStatus,
  faultContentType,
  faultSoapVersion,
  letterCase,
  faultSchema,
  faultAction,
  faultRelatesTo,
  code,
  subcode,
  padding,
  reason,
  reasonLanguage,
  internals,
  detail,
  detailName,
  errorType,
  traceId,
  traceIdUniqueness,
  certificateDetail,
  invalidRequest,
];
