import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { role } from './role.ts';

testCheck(role, {
  cleanIs: 'inapplicable',
  fails: ['ROLE is "8"', 'ROLE is "admin"'],
  passes: {
    'all roles, as MS-MDE 3.6 prints it': provisioning.append(
      '//characteristic[@type="APPLICATION"]',
      '<parm name="ROLE" value="4294967295"/>',
    ),
    'the enterprise': provisioning.append('//characteristic[@type="APPLICATION"]', '<parm name="ROLE" value="32"/>'),
  },
});
