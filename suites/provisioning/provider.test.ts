import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { provider } from './provider.ts';

testCheck(provider, {
  fails: ['DMClient has no Provider', 'DMClient/Provider is empty'],
  inapplicable: {
    'a document without DMClient, which has defaults': provisioning.remove('//characteristic[@type="DMClient"]'),
  },
});
