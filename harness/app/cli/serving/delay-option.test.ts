import { expect, test } from 'vitest';
import { delayNamed } from './delay-option.ts';

test('a delay of one service counts before the one of all, also for its refusals', () => {
  const delay = delayNamed(['100', '20@issue', '30@issue']);
  expect([delay('discover'), delay('issue'), delay('issue fault'), delay(undefined)]).toEqual([100, 30, 30, 100]);
  expect(delayNamed(['20@renew'])('issue')).toBe(0);
});

test.for([
  ['x', '--delay: "x" is no delay; allowed: 1 to 3600000 milliseconds'],
  ['0', '--delay: "0" is no delay; allowed: 1 to 3600000 milliseconds'],
  ['3600001', '--delay: "3600001" is no delay; allowed: 1 to 3600000 milliseconds'],
  [
    '5@isue',
    '--delay "5@isue", after the @: there is no service "isue"; allowed: discover, get-policies, issue, renew',
  ],
  ['5@', '--delay "5@", after the @: there is no service ""; allowed: discover, get-policies, issue, renew'],
] as const)('"%s" is refused', ([word, message]) => {
  expect(() => delayNamed([word])).toThrow(message);
});
