import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { caAddress } from './ca-address.ts';

testCheck(caAddress, {
  fails: ['uri is "http://ca.contoso.example/x"', 'uri is "/EnrollmentServer/Enrollment.svc"'],
  passes: { 'another host': set('get-policies', '//x:cAURI/x:uri', 'https://ca.contoso.example:8443/x?y=1') },
  inapplicable: { 'an answer without issuers': remove('get-policies', '//x:cA') },
});
