import { testCheck } from '../../harness/testing/check-tester.ts';
import { tlsIntermediates } from './tls-intermediates.ts';

testCheck(tlsIntermediates, {
  cleanIs: 'inapplicable',
  fails: ['The handshake delivers 1 certificate, from which no chain to a trusted root can be built'],
  inapplicable: { 'a certificate that has expired': { tls: 'expired' } },
});
