import type { Check } from '../../harness/engine/rule/check.ts';
import { managementAddresses } from './addresses.ts';
import { managementAnswer } from './answer.ts';
import { managementCommandId } from './command-id.ts';
import { managementCommandStatuses } from './command-statuses.ts';
import { managementContentType } from './content-type.ts';
import { managementFinal } from './final.ts';
import { managementHeaderStatus } from './header-status.ts';
import { managementIdentity } from './identity.ts';
import { managementMessageId } from './message-id.ts';
import { managementNamespace } from './namespace.ts';
import { managementSchema } from './schema.ts';
import { managementSessionId } from './session-id.ts';

/** The checks of this phase, in the order in which they are reported. */
export const managementChecks: readonly Check[] = [
  managementAnswer,
  managementContentType,
  managementNamespace,
  managementSchema,
  managementMessageId,
  managementSessionId,
  managementAddresses,
  managementHeaderStatus,
  managementCommandStatuses,
  managementCommandId,
  managementFinal,
  managementIdentity,
];
