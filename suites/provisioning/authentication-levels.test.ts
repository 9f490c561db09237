import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authenticationLevels } from './authentication-levels.ts';

const mam = provisioning.remove('//characteristic[@type="CertificateStore" or @type="APPAUTH"]');

testCheck(authenticationLevels, {
  fails: ['No APPAUTH has the level CLIENT', 'No APPAUTH has the level APPSRV', 'No APPAUTH has the level APPSRV'],
  alsoFails: {
    'an account without credentials': [
      provisioning.remove('//characteristic[@type="APPAUTH"]'),
      'No APPAUTH has the level CLIENT',
    ],
  },
  inapplicable: { 'a MAM document': mam },
});
