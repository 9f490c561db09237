import { answer, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentAnswer } from './answer.ts';

testCheck(enrollmentAnswer, {
  fails: [
    'The server answered with HTTP 200 with an empty body; a device shows 0x80180029',
    /^The server answered with HTTP 200 with an HTML page.*; a device shows 0x801900C8$/,
    'The server answered with a fault (CertificateRequest); a device shows 0x80180004',
    /; a device shows 0x80180010$/,
    /HTTP 200 with \{http:.*\}RequestSecurityTokenResponse instead of RequestSecurityTokenResponseCollection/,
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (CertificateRequest); a device shows 0x80180004',
  ],
  alsoFails: {
    'a refusal of a right password': [
      answer('issue', { as: 'fault', subcode: 'Authentication' }),
      'The server answered with a fault (Authentication); a device shows 0x80180002',
    ],
    'an authorization that the user lacks': [
      answer('issue', { as: 'fault', subcode: 'Authorization' }),
      'The server answered with a fault (Authorization); a device shows 0x80180003',
    ],
  },
  inconclusive: {
    'a reached device cap': answer('issue', {
      as: 'fault',
      subcode: 'Authorization',
      errorType: 'DeviceCapReached',
    }),
  },
  passes: { 'a token of another type, which another check reports': set('issue', '//wst:TokenType', 'urn:example') },
});
