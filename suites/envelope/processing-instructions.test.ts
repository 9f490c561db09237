import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { processingInstructions } from './processing-instructions.ts';

testCheck(processingInstructions, {
  fails: [
    'The answer has the processing instruction "xml-stylesheet"',
    'The answer has the processing instruction "debug"',
  ],
  passes: { 'an instruction in a comment': replace('discover', '<s:Envelope', '<!-- <?debug on?> --><s:Envelope') },
});
