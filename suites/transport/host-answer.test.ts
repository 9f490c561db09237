import { testCheck } from '../../harness/testing/check-tester.ts';
import { close, status } from '../../harness/engine/rule/departures.ts';
import { hostAnswer } from './host-answer.ts';

const expired =
  /^127\.0\.0\.1:\d+ got no complete answer \(The certificate .*\(CERT_HAS_EXPIRED\).*; a device shows 0x80180012$/;
const withoutTls =
  /^127\.0\.0\.1:\d+ got no complete answer \(127\.0\.0\.1:\d+ does not speak TLS \(ERR_SSL_[A-Z_]+\)\); a device shows 0x80180010$/;

testCheck(hostAnswer, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [withoutTls, withoutTls],
  alsoFails: {
    'a management server whose certificate has expired': [{ tls: 'expired', of: 'management' }, expired],
  },
  passes: {
    'a management server that demands a certificate': { tls: 'demands-client-certificate', of: 'management' },
    'one that demands it in TLS 1.2': { tls: 'demands-client-certificate-in-tls-1.2', of: 'management' },
    'an error, which is an answer': [{ tls: 'old-versions' }, status('host', 503)],
    'a server that closes the connection on what it does not know': [{ tls: 'old-versions' }, close('host')],
  },
});
