import { testCheck } from '../../harness/testing/check-tester.ts';
import { passwordSpacing } from './password-spacing.ts';
import { usernameTokenVariants } from './scenarios/username-token-variants.ts';

const padded = String.raw`\n\s*</wsse:Password>`;

testCheck(passwordSpacing, {
  scenarios: [usernameTokenVariants],
  fails: ['The server answered with a fault (InternalServiceFault)'],
  passes: {
    'a server that takes the password as it is': {
      on: 'issue',
      matching: padded,
      answer: { as: 'fault', subcode: 'Authentication' },
    },
  },
});
