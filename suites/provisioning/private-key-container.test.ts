import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { privateKeyContainer } from './private-key-container.ts';

testCheck(privateKeyContainer, {
  fails: ['The client certificate has no PrivateKeyContainer'],
  passes: {
    'one inside the certificate, as in renewal documents': [
      provisioning.remove('//characteristic[@type="PrivateKeyContainer"]'),
      provisioning.append(
        '//characteristic[@type="My"]/characteristic[@type="User"]/characteristic[parm]',
        '<characteristic type="PrivateKeyContainer"/>',
      ),
    ],
  },
});
