import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { credentialFault } from './credential-fault.ts';
import { enrollmentCredentialRefusals } from './scenarios/enrollment-credential-refusals.ts';

testCheck(credentialFault, {
  scenarios: [enrollmentCredentialRefusals],
  fails: [
    /^The server refused with HTTP 401 /,
    /^The server refused with HTTP 200 /,
    /^The server refused with no complete answer /,
  ],
  alsoFails: {
    'a page for a name that a user mistyped': [
      { on: 'issue fault', asked: '>mde-conformance-nobody@', answer: { as: 'html' } },
      /; a device shows 0x801901F4$/,
    ],
  },
  passes: { 'any other fault': answer('issue fault', { as: 'fault', subcode: 'MessageFormat' }) },
  inapplicable: { 'a server that enrolls anybody': answer('issue fault', { as: 'control' }) },
  inconclusive: { 'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }) },
});
