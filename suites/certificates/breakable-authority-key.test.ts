import { behaves, provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { breakableAuthorityKey } from './breakable-authority-key.ts';

testCheck(breakableAuthorityKey, {
  fails: [/^The key of ".*Reference Root CA.*" has 512 bits$/, /^The key of ".*Reference Device CA.*" has 512 bits$/],
  passes: {
    'an intermediate with 1024 bits, which Windows takes': behaves({ intermediate: { shortKey: true } }),
    'a root with 1024 bits, which Windows takes': behaves({ root: { shortKey: true } }),
  },
  inapplicable: {
    'a document without authorities': [
      provisioning.remove('//characteristic[@type="Root"]'),
      provisioning.remove('//characteristic[@type="CA"]'),
    ],
  },
});
