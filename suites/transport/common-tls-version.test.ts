import { testCheck } from '../../harness/testing/check-tester.ts';
import { commonTlsVersion } from './common-tls-version.ts';

const refused =
  /^127\.0\.0\.1:\d+ refuses TLS 1\.2: no complete answer \(127\.0\.0\.1:\d+ accepts no TLSv1\.2 \(ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION\)\); a device shows 0x80180010$/;

testCheck(commonTlsVersion, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [refused, refused],
  passes: {
    'older versions beside TLS 1.2': { tls: 'old-versions' },
    'a management server that demands a certificate': { tls: 'demands-client-certificate', of: 'management' },
    'one that demands it in TLS 1.2': { tls: 'demands-client-certificate-in-tls-1.2', of: 'management' },
  },
});
