import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import type { CheckCases } from '../../harness/testing/check-tester.ts';
import { discoveryChecks } from './index.ts';
import { discoverRefusals } from './scenarios/discover-refusals.ts';
import { misdirectedPolicies } from './scenarios/misdirected-policies.ts';

const accepted = 'The server accepted the request';
const page = /^The server refused with HTTP 500 with an HTML page/;

/** A refusal for any reason will do, but not one of everything. */
const anySoapFault: Pick<CheckCases, 'passes' | 'inconclusive'> = {
  passes: { 'any subcode': answer('discover fault', { as: 'fault', subcode: 'InternalServiceFault' }) },
  inconclusive: { 'a server that refuses everything': answer('discover', { as: 'fault', subcode: 'MessageFormat' }) },
};

testCheckTable(discoveryChecks, {
  'discovery/misdirected-message': {
    scenarios: [misdirectedPolicies],
    fails: [/^The server refused with HTTP 200 with \{/, page],
  },
  'discovery/missing-email': { scenarios: [discoverRefusals], fails: [accepted, page], ...anySoapFault },
  'discovery/missing-request': { scenarios: [discoverRefusals], fails: [accepted, page], ...anySoapFault },
});
