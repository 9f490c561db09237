import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateEncoding } from './certificate-encoding.ts';

testCheck(certificateEncoding, {
  fails: [
    'EncodedCertificate is not one line of base64',
    'EncodedCertificate is no DER certificate',
    'The certificate has no EncodedCertificate',
  ],
});
