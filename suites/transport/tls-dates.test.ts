import { testCheck } from '../../harness/testing/check-tester.ts';
import { tlsDates } from './tls-dates.ts';

const expired = /^"CN=127\.0\.0\.1" of 127\.0\.0\.1:\d+ expired on \d{4}-\d\d-\d\d; a device shows 0x8018000D$/;
const expiredLater = /^"CN=127\.0\.0\.1" of 127\.0\.0\.1:\d+ expired on \d{4}-\d\d-\d\d; a device shows 0x80180012$/;

testCheck(tlsDates, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [
    expired,
    /^"CN=127\.0\.0\.1" of 127\.0\.0\.1:\d+ is not valid before \d{4}-\d\d-\d\d; a device shows 0x8018000D$/,
    /^"CN=Reference TLS CA,O=MDE Conformance" of 127\.0\.0\.1:\d+ expired on/,
    expiredLater,
    expiredLater,
  ],
  passes: {
    'a self-signed certificate within its dates': { tls: 'self-signed' },
    'a certificate for another name': { tls: 'wrong-name' },
  },
});
