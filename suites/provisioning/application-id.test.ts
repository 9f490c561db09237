import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { applicationId } from './application-id.ts';

testCheck(applicationId, {
  fails: ['APPID is "w5"', 'APPLICATION has no APPID'],
  passes: {
    'another application before the account': provisioning.replace(
      '<characteristic type="APPLICATION">',
      '<characteristic type="APPLICATION"><parm name="APPID" value="w4"/></characteristic><characteristic type="APPLICATION">',
    ),
    'a name in another letter case': provisioning.set('//parm[@name="APPID"]/@name', 'AppId'),
  },
});
