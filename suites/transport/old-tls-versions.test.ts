import { testCheck } from '../../harness/testing/check-tester.ts';
import { oldTlsVersions } from './old-tls-versions.ts';

const accepted = /^127\.0\.0\.1:\d+ accepts TLSv1$/;

testCheck(oldTlsVersions, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [accepted, accepted, accepted],
  passes: {
    'TLS 1.3 alone': { tls: 'tls-1.3' },
    'a management server that demands a certificate': { tls: 'demands-client-certificate', of: 'management' },
  },
  inconclusive: {
    // Nothing was accepted beside them, so that nobody knows what was refused.
    'a server with nothing later than TLS 1.1': { tls: 'tls-1.1' },
    'a certificate that does not validate': { tls: 'self-signed' },
  },
});
