import type { Scenario } from '../../harness/device/run/scenario.ts';
import type { StateName } from '../../harness/engine/evidence/state-names.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { renewalChecks } from './index.ts';
import { renewalRefusals } from './scenarios/renewal-refusals.ts';
import { renewalStates } from './scenarios/renewal-states.ts';
import { secondUser } from './scenarios/second-user.ts';

const accepted = 'The server accepted the request';
const page = /^The server refused with HTTP 500 with an HTML page/;
const inState = (name: StateName): readonly Scenario[] => renewalStates.filter(({ state }) => state === name);

testCheckTable(renewalChecks, {
  'renewal/barred-device': { scenarios: inState('not-eligible-to-renew'), fails: [accepted, page] },
  'renewal/early-renewal': { scenarios: inState('early-renewal'), fails: [accepted, page] },
  'renewal/requester-device': { scenarios: [renewalRefusals], fails: [accepted, accepted, accepted, page] },
  'renewal/requester': { scenarios: [secondUser], fails: [accepted, page] },
});
