import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { applicationNumbers } from './application-numbers.ts';

testCheck(applicationNumbers, {
  fails: ['CONNRETRYFREQ is "six"', 'INITIALBACKOFFTIME is "-16000"', 'MAXBACKOFFTIME is "24h"'],
  alsoFails: {
    'an empty value': [provisioning.set('//parm[@name="CONNRETRYFREQ"]/@value', ''), 'CONNRETRYFREQ is ""'],
  },
  passes: {
    'the defaults of w7': [
      provisioning.set('//parm[@name="CONNRETRYFREQ"]/@value', '3'),
      provisioning.set('//parm[@name="MAXBACKOFFTIME"]/@value', '0'),
    ],
    'one of them left out': provisioning.remove('//parm[@name="MAXBACKOFFTIME"]'),
  },
  inapplicable: {
    'an account without them': [
      provisioning.remove('//parm[@name="CONNRETRYFREQ" or @name="INITIALBACKOFFTIME" or @name="MAXBACKOFFTIME"]'),
    ],
  },
});
