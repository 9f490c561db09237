import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { unlistedApplicationNames } from './unlisted-application-names.ts';

testCheck(unlistedApplicationNames, {
  fails: ['APPLICATION holds "ServerList"'],
  passes: {
    'a name in upper case': provisioning.append('//characteristic[@type="APPLICATION"]', '<parm name="CRLCHECK"/>'),
    'a name of w7 in lower case': provisioning.set('//parm[@name="ADDR"]/@name', 'addr'),
  },
});
