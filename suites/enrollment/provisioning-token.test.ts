import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { provisioningToken } from './provisioning-token.ts';

testCheck(provisioningToken, {
  fails: [
    'RequestedSecurityToken holds no BinarySecurityToken',
    'RequestedSecurityToken holds no BinarySecurityToken',
    'BinarySecurityToken is empty',
    'BinarySecurityToken holds "<", which is not base64, as character 1',
    'BinarySecurityToken holds "-", which is not base64, as character 4',
    'BinarySecurityToken holds "_", which is not base64, as character 7',
    'The base64 of BinarySecurityToken is cut off or wrongly padded',
  ],
  passes: {
    'white space around the token': replace('issue', '">PHdhcC', '">\n\t PHdhcC'),
    'white space inside, which another check reports': replace('issue', '">PHdhcC', '">PHd\r\nhcC'),
  },
});
