import { append, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authenticationService } from './authentication-service.ts';

testCheck(authenticationService, {
  cleanIs: 'inapplicable',
  fails: ['DiscoverResult has no AuthenticationServiceUrl', 'AuthenticationServiceUrl is nil'],
  passes: {
    'a Federated answer with its address': [
      set('discover', '//d:AuthPolicy', 'Federated'),
      remove('discover', '//d:AuthenticationServiceUrl'),
      append(
        'discover',
        '//d:DiscoverResult',
        '<AuthenticationServiceUrl>https://sts.contoso.example/login</AuthenticationServiceUrl>',
      ),
    ],
  },
});
