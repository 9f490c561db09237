import { testCheck } from '../../harness/testing/check-tester.ts';
import { rootCertificate } from './root-certificate.ts';

testCheck(rootCertificate, {
  fails: ['The document delivers 2 root certificates', 'The document delivers 2 intermediate certificates'],
});
