import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { encoding } from './encoding.ts';

testCheck(encoding, {
  fails: ['The XML declaration names encoding "iso-8859-1"'],
  passes: {
    'a declaration without an encoding': replace('discover', '<s:Envelope', "<?xml version='1.0'?><s:Envelope"),
    'a declaration of UTF-8': replace('discover', '<s:Envelope', "<?xml version='1.0' encoding='UTF-8'?><s:Envelope"),
  },
});
