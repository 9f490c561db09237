import { testCheck } from '../../harness/testing/check-tester.ts';
import { clientVersions as scenario } from '../enrollment/scenarios/client-versions.ts';
import { clientVersions } from './client-versions.ts';

testCheck(clientVersions, {
  scenarios: [scenario],
  fails: [
    'The server answered with a fault (InternalServiceFault); a device shows 0x80180006',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
  ],
});
