import { testCheck } from '../../harness/testing/check-tester.ts';
import { newCertificate } from './new-certificate.ts';

testCheck(newCertificate, {
  fails: [
    'The certificate is the one that was to be renewed',
    'The certificate has the serial number of the one that was to be renewed',
  ],
});
