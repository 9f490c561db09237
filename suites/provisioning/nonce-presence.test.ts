import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { noncePresence } from './nonce-presence.ts';

const ofDevice = '//characteristic[parm[@value="APPSRV"]]/parm[@name="AAUTHDATA"]';

testCheck(noncePresence, {
  fails: ['AAUTHDATA is missing beside DIGEST for the level CLIENT'],
  alsoFails: {
    'a digest of the device without nonce': [
      provisioning.remove(ofDevice),
      'AAUTHDATA is missing beside DIGEST for the level APPSRV',
    ],
  },
  passes: {
    'a nonce that is plain text, of which another check speaks': provisioning.set(
      '//parm[@name="AAUTHDATA"]/@value',
      'nonce',
    ),
  },
  inapplicable: { 'credentials without a digest': provisioning.remove('//parm[@value="DIGEST"]') },
});
