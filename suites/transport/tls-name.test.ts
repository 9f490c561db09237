import { testCheck } from '../../harness/testing/check-tester.ts';
import { tlsName } from './tls-name.ts';

const other = /^The certificate of 127\.0\.0\.1:\d+ is for DNS:wrong-name\.invalid; a device shows 0x80180012$/;

testCheck(tlsName, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [other, other, other],
  passes: {
    'a self-signed certificate for the name': { tls: 'self-signed' },
    'an expired certificate for the name': { tls: 'expired' },
  },
});
