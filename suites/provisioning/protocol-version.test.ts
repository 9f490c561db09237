import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { protocolVersion } from './protocol-version.ts';

testCheck(protocolVersion, {
  fails: ['PROTOVER is "2.0"', 'PROTOVER is "DM/1.2"'],
  alsoFails: { 'an empty version': [provisioning.set('//parm[@name="PROTOVER"]/@value', ''), 'PROTOVER is ""'] },
  passes: { 'the older version': provisioning.set('//parm[@name="PROTOVER"]/@value', '1.1') },
  inapplicable: { 'an account without it': provisioning.remove('//parm[@name="PROTOVER"]') },
});
