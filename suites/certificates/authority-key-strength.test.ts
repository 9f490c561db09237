import { behaves, provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authorityKeyStrength } from './authority-key-strength.ts';

testCheck(authorityKeyStrength, {
  fails: [/^The key of ".*Reference Device CA.*" has 1024 bits$/, /^The key of ".*Reference Root CA.*" has 1024 bits$/],
  passes: {
    'a device with 1024 bits, which the policy decides': behaves({ leaf: { shortKey: true } }),
    'a root with 512 bits, which another check judges': behaves({ root: { weakKey: true } }),
  },
  inapplicable: {
    'a document without authorities': [
      provisioning.remove('//characteristic[@type="Root"]'),
      provisioning.remove('//characteristic[@type="CA"]'),
    ],
  },
});
