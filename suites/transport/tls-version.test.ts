import { testCheck } from '../../harness/testing/check-tester.ts';
import { tlsVersion } from './tls-version.ts';

const none = /^127\.0\.0\.1:\d+ has none of TLS 1\.2 and 1\.3 \(ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION\)$/;

testCheck(tlsVersion, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [none, none, none],
  passes: {
    'TLS 1.3 alone': { tls: 'tls-1.3' },
    'older versions beside TLS 1.2': { tls: 'old-versions' },
    'a certificate that does not validate': { tls: 'self-signed' },
    'a management server that demands a certificate in TLS 1.2': {
      tls: 'demands-client-certificate-in-tls-1.2',
      of: 'management',
    },
  },
  inconclusive: { 'a server that speaks no TLS': { tls: 'no-tls' } },
});
