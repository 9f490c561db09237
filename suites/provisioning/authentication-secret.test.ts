import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authenticationSecret } from './authentication-secret.ts';

testCheck(authenticationSecret, {
  fails: ['AAUTHSECRET is missing for the level CLIENT', 'AAUTHSECRET is empty for the level APPSRV'],
  inapplicable: { 'an account without credentials': provisioning.remove('//characteristic[@type="APPAUTH"]') },
});
