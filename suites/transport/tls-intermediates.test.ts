import { testCheck } from '../../harness/testing/check-tester.ts';
import { tlsIntermediates } from './tls-intermediates.ts';

const missing =
  /^The handshake of 127\.0\.0\.1:\d+ delivers 1 certificate; "CN=Reference TLS CA,O=MDE Conformance", who issued the last, is neither sent nor trusted$/;

testCheck(tlsIntermediates, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [missing, missing, missing],
  passes: { 'a certificate for another name, with its intermediate': { tls: 'wrong-name' } },
  inapplicable: {
    'a certificate that has expired': { tls: 'expired' },
    'a root that is sent and not trusted': { tls: 'other-root' },
  },
});
