import type { Check } from '../../harness/engine/check.ts';
import { activityId } from './activity-id.ts';
import { anonymousReply } from './anonymous-reply.ts';
import { discoverAction } from './discover-action.ts';
import { distinctActivityIds } from './distinct-activity-ids.ts';
import { doctype } from './doctype.ts';
import { enrollmentAction } from './enrollment-action.ts';
import { enrollmentSoapVersion } from './enrollment-soap-version.ts';
import { headerNamespaces } from './header-namespaces.ts';
import { mandatoryHeaders } from './mandatory-headers.ts';
import { policiesAction } from './policies-action.ts';
import { processingInstructions } from './processing-instructions.ts';
import { relatesTo } from './relates-to.ts';
import { relationshipType } from './relationship-type.ts';
import { repeatedMessageId } from './repeated-message-id.ts';
import { singleAction } from './single-action.ts';
import { singleBodyChild } from './single-body-child.ts';
import { singleRelatesTo } from './single-relates-to.ts';
import { soapVersion } from './soap-version.ts';
import { timestampSpan } from './timestamp-span.ts';
import { timestamp } from './timestamp.ts';
import { wellFormed } from './well-formed.ts';

/** What every SOAP answer has in common: XML, SOAP 1.2 and WS-Addressing. */
export const envelopeChecks: readonly Check[] = [
  anonymousReply,
  wellFormed,
  doctype,
  processingInstructions,
  soapVersion,
  enrollmentSoapVersion,
  headerNamespaces,
  mandatoryHeaders,
  singleAction,
  discoverAction,
  policiesAction,
  enrollmentAction,
  singleRelatesTo,
  relatesTo,
  relationshipType,
  repeatedMessageId,
  activityId,
  distinctActivityIds,
  timestamp,
  timestampSpan,
  singleBodyChild,
];
