import { renewedProvisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewedPrivateKeyContainer } from './private-key-container.ts';

testCheck(renewedPrivateKeyContainer, {
  fails: ['The renewed certificate has no PrivateKeyContainer'],
  passes: {
    'one beside the certificate': [
      renewedProvisioning.remove('//characteristic[@type="PrivateKeyContainer"]'),
      renewedProvisioning.append('//characteristic[@type="User"]', '<characteristic type="PrivateKeyContainer"/>'),
    ],
  },
});
