import { testCheck } from '../../harness/testing/check-tester.ts';
import { clientCertificate } from './client-certificate.ts';

testCheck(clientCertificate, {
  fails: [
    'The document holds 0 client certificates',
    'The client certificate is under My/Device',
    'The document holds 2 client certificates',
  ],
});
