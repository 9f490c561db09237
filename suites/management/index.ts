import type { Check } from '../../harness/engine/rule/check.ts';
import { managementAddresses } from './addresses.ts';
import { managementAlerts } from './alerts.ts';
import { managementAnswer } from './answer.ts';
import { managementAtomic } from './atomic.ts';
import { managementChallenge } from './challenge.ts';
import { managementCommandId } from './command-id.ts';
import { managementCommandOrder } from './command-order.ts';
import { managementCommandStatuses } from './command-statuses.ts';
import { managementContentType } from './content-type.ts';
import { managementDeviceAnswers } from './device-answers.ts';
import { managementDeviceEnumeration } from './device-enumeration.ts';
import { managementEmptyMessage } from './empty-message.ts';
import { managementEndedSession } from './ended-session.ts';
import { managementEntities } from './entities.ts';
import { managementExpiredCertificate } from './expired-certificate.ts';
import { managementFinal } from './final.ts';
import { managementForgedHeader } from './forged-header.ts';
import { managementFreshSessions } from './fresh-sessions.ts';
import { managementHardwareId } from './hardware-id.ts';
import { managementHeaderStatus } from './header-status.ts';
import { managementIdentity } from './identity.ts';
import { managementItems } from './items.ts';
import { managementLargeMessages } from './large-messages.ts';
import { managementLocalAddresses } from './local-addresses.ts';
import { managementMalformed } from './malformed.ts';
import { managementMessageForms } from './message-forms.ts';
import { managementMessageId } from './message-id.ts';
import { managementMessageSignature } from './message-signature.ts';
import { managementMessageSize } from './message-size.ts';
import { managementNamespace } from './namespace.ts';
import { managementNonce } from './nonce.ts';
import { managementOtherDevice } from './other-device.ts';
import { managementPendingRequests } from './pending-requests.ts';
import { managementPlainWriting } from './plain-writing.ts';
import { managementProof } from './proof.ts';
import { managementRenewalSettings } from './renewal-settings.ts';
import { managementRenewedCertificate } from './renewed-certificate.ts';
import { managementRepeatedChanges } from './repeated-changes.ts';
import { managementRepeatedMessages } from './repeated-messages.ts';
import { managementRequestHeaders } from './request-headers.ts';
import { managementRetryAfter } from './retry-after.ts';
import { managementSchema } from './schema.ts';
import { managementSessionEnd } from './session-end.ts';
import { managementSessionId } from './session-id.ts';
import { managementSessionIds } from './session-ids.ts';
import { managementSimultaneousSessions } from './simultaneous-sessions.ts';
import { managementStatusCommands } from './status-commands.ts';
import { managementStatusReferences } from './status-references.ts';
import { managementUnchunked } from './unchunked.ts';
import { managementUnenrollCommand } from './unenroll-command.ts';
import { managementUnenrolledDevice } from './unenrolled-device.ts';
import { managementUnenrollment } from './unenrollment.ts';
import { managementUnenrollmentOfAnother } from './unenrollment-of-another.ts';
import { managementUsedProof } from './used-proof.ts';
import { managementUserScope } from './user-scope.ts';
import { managementWrongProof } from './wrong-proof.ts';

/** The checks of this phase, in the order in which they are reported. */
export const managementChecks: readonly Check[] = [
  managementAnswer,
  managementProof,
  managementChallenge,
  managementNonce,
  managementContentType,
  managementUnchunked,
  managementNamespace,
  managementSchema,
  managementPlainWriting,
  managementMessageSize,
  managementMessageId,
  managementSessionId,
  managementAddresses,
  managementHeaderStatus,
  managementCommandStatuses,
  managementStatusCommands,
  managementStatusReferences,
  managementCommandId,
  managementItems,
  managementLocalAddresses,
  managementAtomic,
  managementUserScope,
  managementCommandOrder,
  managementRenewalSettings,
  managementFinal,
  managementSessionEnd,
  managementEndedSession,
  managementRepeatedChanges,
  managementRetryAfter,
  managementSessionIds,
  managementHardwareId,
  managementAlerts,
  managementMessageForms,
  managementRequestHeaders,
  managementDeviceAnswers,
  managementPendingRequests,
  managementLargeMessages,
  managementRepeatedMessages,
  managementFreshSessions,
  managementSimultaneousSessions,
  managementRenewedCertificate,
  managementMalformed,
  managementEmptyMessage,
  managementEntities,
  managementIdentity,
  managementForgedHeader,
  managementOtherDevice,
  managementDeviceEnumeration,
  managementWrongProof,
  managementUsedProof,
  managementMessageSignature,
  managementExpiredCertificate,
  managementUnenrollment,
  managementUnenrolledDevice,
  managementUnenrollmentOfAnother,
  managementUnenrollCommand,
];
