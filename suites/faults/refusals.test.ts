import type { Scenario } from '../../harness/device/run/scenario.ts';
import type { StateName } from '../../harness/engine/evidence/state-names.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { faultChecks } from './index.ts';
import { serverStates } from './scenarios/server-states.ts';

const accepted = 'The server accepted the request';
const page = /^The server refused with HTTP 500 with an HTML page/;
const otherReason = 'The server refused with a fault (MessageFormat); a device shows 0x80180001';
const inState = (name: StateName): readonly Scenario[] => serverStates.filter(({ state }) => state === name);

testCheckTable(faultChecks, {
  'faults/state-ca-down-subcode': { scenarios: inState('ca-down'), fails: [accepted, page, otherReason] },
  'faults/state-ca-down': { scenarios: inState('ca-down'), fails: [accepted, page] },
  'faults/state-custom-error': { scenarios: inState('custom-error'), fails: [accepted, page, otherReason] },
  'faults/state-device-cap': { scenarios: inState('device-cap'), fails: [accepted, page, otherReason] },
  'faults/state-license': { scenarios: inState('license'), fails: [accepted, page, otherReason] },
  'faults/state-unsupported-device': { scenarios: inState('unsupported-device'), fails: [accepted, page, otherReason] },
});
