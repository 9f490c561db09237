import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { credentialFault } from './credential-fault.ts';
import { enrollmentCredentialRefusals } from './scenarios/enrollment-credential-refusals.ts';

testCheck(credentialFault, {
  scenarios: [enrollmentCredentialRefusals],
  fails: [
    /^The server refused with HTTP 401 .*; a device shows 0x80190191$/,
    /^The server refused with HTTP 200 .*; a device shows 0x801900C8$/,
    /^The server refused with no complete answer .*; a device shows 0x80180010$/,
  ],
  passes: { 'any other fault': answer('issue fault', { as: 'fault', subcode: 'MessageFormat' }) },
  inapplicable: { 'a server that enrolls anybody': answer('issue fault', { as: 'control' }) },
  inconclusive: { 'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }) },
});
