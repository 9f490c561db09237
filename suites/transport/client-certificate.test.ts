import { answer, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { clientCertificate } from './client-certificate.ts';
import { managementHost } from './scenarios/management-host.ts';

const inTls13 = /^127\.0\.0\.1:\d+ demands a client certificate: ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED$/;
const page = (text: string) => answer('probe', { as: 'text', text, contentType: 'text/html' });

testCheck(clientCertificate, {
  scenarios: [windowsEnrollment, managementHost],
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [
    inTls13,
    /^127\.0\.0\.1:\d+ demands a client certificate: ERR_SSL_SSL.*_ALERT_HANDSHAKE_FAILURE$/,
    inTls13,
    'enterpriseenrollment.contoso.example:443 demands a client certificate: HTTP 400, "No required SSL certificate was sent"',
  ],
  alsoFails: {
    'the page of IIS': [
      [page('<h2>403 - Forbidden</h2><p>The page requires a client certificate.</p>'), status('probe', 403)],
      'enterpriseenrollment.contoso.example:443 demands a client certificate: HTTP 403, "The page requires a client certificate"',
    ],
  },
  passes: {
    'a management server that demands one, as it may': { tls: 'demands-client-certificate', of: 'management' },
  },
  inconclusive: {
    'nothing later than TLS 1.1': { tls: 'tls-1.1' },
    'a certificate that does not validate': { tls: 'self-signed' },
    'a long page that is refused for something else': [page('and so on '.repeat(100_000)), status('probe', 400)],
    'a page that is refused for something else': [page('Not found'), status('probe', 400)],
  },
  inapplicable: { 'words about certificates in a page that is shown': page('Your client certificate is optional.') },
});
