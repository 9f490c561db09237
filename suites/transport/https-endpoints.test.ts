import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { httpsEndpoints } from './https-endpoints.ts';

testCheck(httpsEndpoints, {
  fails: ['EnrollmentServiceUrl is "http://mdm.example/e.svc"', 'EnrollmentPolicyServiceUrl is "/Policy.svc"'],
  passes: {
    'a server without a policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl'),
    'padded addresses, which anyURI allows': set(
      'discover',
      '//d:EnrollmentServiceUrl',
      ' https://mdm.example/e.svc\n',
    ),
  },
});
