import { reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authorityKey } from './authority-key.ts';

const held = /^The certificate holds the key of ".*Reference Device CA.*" under CA$/;

testCheck(authorityKey, {
  fails: [held],
  passes: { 'a certificate for a key that nobody asked for': reissue({ otherKey: true }) },
});
