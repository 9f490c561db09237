import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { envelopeChecks } from './index.ts';
import { envelopeRefusals } from './scenarios/envelope-refusals.ts';

const accepted = 'The server accepted the request';
const page = /^The server refused with HTTP 500 with an HTML page/;

testCheckTable(envelopeChecks, {
  'envelope/malformed-message': {
    scenarios: [envelopeRefusals],
    fails: [accepted, accepted, accepted, page],
    passes: { 'any subcode': answer('issue fault', { as: 'fault', subcode: 'InternalServiceFault' }) },
  },
  'envelope/unknown-action': { scenarios: [envelopeRefusals], fails: [accepted, accepted, accepted, page] },
});
