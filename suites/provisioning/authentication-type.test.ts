import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authenticationType } from './authentication-type.ts';

const typeOf = (level: string): string => `//characteristic[parm[@value="${level}"]]/parm[@name="AAUTHTYPE"]`;

testCheck(authenticationType, {
  fails: [
    'AAUTHTYPE is "BASIC" for the level CLIENT',
    'AAUTHTYPE is "HMAC" for the level APPSRV',
    'AAUTHTYPE is missing for the level CLIENT',
  ],
  passes: {
    'a password of the device': provisioning.set(`${typeOf('APPSRV')}/@value`, 'BASIC'),
    'a device without type': provisioning.remove(typeOf('APPSRV')),
  },
  inapplicable: { 'an account without credentials': provisioning.remove('//characteristic[@type="APPAUTH"]') },
});
