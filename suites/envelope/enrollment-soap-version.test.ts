import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentSoapVersion } from './enrollment-soap-version.ts';

testCheck(enrollmentSoapVersion, {
  fails: ['The envelope is in namespace http://schemas.xmlsoap.org/soap/envelope/'],
});
