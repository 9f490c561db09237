import { testCheck } from '../../harness/testing/check-tester.ts';
import { enterpriseApplicationToken } from './enterprise-application-token.ts';

testCheck(enterpriseApplicationToken, {
  fails: ['The document configures EnterpriseAppManagement'],
});
