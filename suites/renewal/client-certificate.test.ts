import { testCheck } from '../../harness/testing/check-tester.ts';
import { clientCertificateAccepted } from './client-certificate.ts';

testCheck(clientCertificateAccepted, {
  cleanIs: 'inapplicable',
  fails: [/^No connection that shows the certificate is answered: /],
});
