import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { unusedAuthenticationService } from './unused-authentication-service.ts';

testCheck(unusedAuthenticationService, {
  fails: ['AuthenticationServiceUrl is "https://sts.contoso.example/login"'],
  passes: { 'no address at all': remove('discover', '//d:AuthenticationServiceUrl') },
  inapplicable: { 'a Federated answer': set('discover', '//d:AuthPolicy', 'Federated') },
});
