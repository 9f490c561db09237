import { answer, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { discoverPolicies } from '../discovery/scenarios/discover-policies.ts';
import { discoverRefusals } from '../discovery/scenarios/discover-refusals.ts';
import { envelopeRefusals } from '../envelope/scenarios/envelope-refusals.ts';
import { wrongPassword } from './scenarios/wrong-password.ts';
import { soapFault } from './soap-fault.ts';

testCheck(soapFault, {
  scenarios: [wrongPassword, discoverPolicies, discoverRefusals, envelopeRefusals],
  fails: [
    /^The server refused with HTTP 500 with JSON where SOAP was due: .*; a device shows 0x801901F4$/,
    /^The server refused with HTTP 500 with an HTML page.*; a device shows 0x801901F4$/,
    'The server refused with HTTP 500 with an empty body; a device shows 0x801901F4',
    /^The server refused with no complete answer \(.*\); a device shows 0x80180010$/,
    /^The server refused with HTTP 500 with an HTML page.*; a device shows 0x801901F4$/,
  ],
  alsoFails: {
    'a page that says it went well': [
      [answer('issue fault', { as: 'html' }), status('issue fault', 200)],
      /^The server refused with HTTP 200 .*; a device shows 0x801900C8$/,
    ],
  },
  passes: {
    'a fault for another reason': answer('issue fault', { as: 'fault', subcode: 'MessageFormat' }),
    'a fault with another status': status('issue fault', 400),
    'an error page for what no device sends': ['malformed', 'action', 'soap-version', 'request-missing'].map(
      (deviation) => ({ ...answer('discover fault', { as: 'html' }), deviation }),
    ),
  },
  inapplicable: {
    'a server that has had too many requests': [
      answer('get-policies fault', { as: 'empty' }),
      status('get-policies fault', 429),
      answer('issue fault', { as: 'html' }),
      status('issue fault', 503),
      answer('discover fault', { as: 'empty' }),
      status('discover fault', 503),
    ],
  },
  inconclusive: {
    'a server that accepts everything': [
      { behaviour: { acceptsAnyPassword: true } },
      answer('discover fault', { as: 'control' }),
      answer('get-policies fault', { as: 'control' }),
      answer('issue fault', { as: 'control' }),
    ],
  },
});
