import type { Check } from '../../harness/engine/rule/check.ts';
import { activityId } from './activity-id.ts';
import { anonymousReply } from './anonymous-reply.ts';
import { comments } from './comments.ts';
import { discoverAction } from './discover-action.ts';
import { distinctActivityIds } from './distinct-activity-ids.ts';
import { doctype } from './doctype.ts';
import { enrollmentAction } from './enrollment-action.ts';
import { enrollmentSoapVersion } from './enrollment-soap-version.ts';
import { externalEntities } from './external-entities.ts';
import { fetchedEntities } from './fetched-entities.ts';
import { headerNamespaces } from './header-namespaces.ts';
import { largeRequest } from './large-request.ts';
import { malformedMessage } from './malformed-message.ts';
import { malformedMessageSubcode } from './malformed-message-subcode.ts';
import { mandatoryHeaders } from './mandatory-headers.ts';
import { messageIdSpellings } from './message-id-spellings.ts';
import { nestedEntities } from './nested-entities.ts';
import { olderSoapVersion } from './older-soap-version.ts';
import { padding } from './padding.ts';
import { policiesAction } from './policies-action.ts';
import { prefixes } from './prefixes.ts';
import { processingInstructions } from './processing-instructions.ts';
import { relatesTo } from './relates-to.ts';
import { relationshipType } from './relationship-type.ts';
import { repeatedMessageId } from './repeated-message-id.ts';
import { singleAction } from './single-action.ts';
import { singleBodyChild } from './single-body-child.ts';
import { singleRelatesTo } from './single-relates-to.ts';
import { repeatedValues } from './repeated-values.ts';
import { soapVersion } from './soap-version.ts';
import { structure } from './structure.ts';
import { timestampSpan } from './timestamp-span.ts';
import { timestamp } from './timestamp.ts';
import { toAddresses } from './to-addresses.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownMandatoryHeader } from './unknown-mandatory-header.ts';
import { wellFormed } from './well-formed.ts';
import { xmlDeclaration } from './xml-declaration.ts';

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
  structure,
  singleBodyChild,
  prefixes,
  padding,
  comments,
  xmlDeclaration,
  toAddresses,
  messageIdSpellings,
  largeRequest,
  malformedMessage,
  malformedMessageSubcode,
  unknownAction,
  olderSoapVersion,
  unknownMandatoryHeader,
  nestedEntities,
  externalEntities,
  fetchedEntities,
  repeatedValues,
];
