import { header } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { contentCoding } from './content-coding.ts';

testCheck(contentCoding, {
  fails: ['Content-Encoding is "gzip"'],
  passes: { 'the coding that codes nothing': header('discover', 'Content-Encoding', 'identity') },
});
