import { answer, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { anonymousReply } from './anonymous-reply.ts';

testCheck(anonymousReply, {
  fails: [
    'HTTP status is 202 and the body is empty; a device shows 0x80180029',
    'HTTP status is 204 and the body is empty; a device shows 0x80180029',
  ],
  passes: {
    'another status with the whole answer': status('issue', 202),
    'an empty answer, which other checks report': answer('issue', { as: 'empty' }),
  },
});
