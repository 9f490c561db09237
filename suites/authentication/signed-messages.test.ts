import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { authenticationChecks } from './index.ts';

const accepted = 'The server accepted the request';

testCheckTable(authenticationChecks, {
  'authentication/signature-reading': {
    fails: ['The server answered with a fault (InvalidSecurity)'],
    passes: { 'a server with both readings': behaves({ signatureReads: 'both' }) },
  },
  'authentication/unsigned-certificate': { fails: [accepted, accepted] },
  'authentication/signature-value': { fails: [accepted, accepted] },
  'authentication/signature-digest': { fails: [accepted, accepted] },
  'authentication/signature-coverage': { fails: [accepted, accepted] },
  'authentication/signature-wrapping': { fails: [accepted, accepted, accepted] },
  'authentication/signature-key-reference': { fails: [accepted, accepted] },
  'authentication/certificate-issuer': { fails: [accepted, accepted] },
  'authentication/signature-algorithm': { fails: [accepted, accepted] },
  'authentication/expired-message': { fails: [accepted, accepted] },
  'authentication/missing-timestamp': { fails: [accepted, accepted] },
  'authentication/future-message': { fails: [accepted, accepted] },
});
