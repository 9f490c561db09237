import { expect, test } from 'vitest';
import { takesColour } from './colour.ts';

test.for<[isTerminal: boolean | undefined, env: Readonly<Record<string, string>>, expected: boolean]>([
  [true, {}, true],
  [true, { CI: 'true' }, true],
  [true, { TERM: 'dumb' }, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [undefined, {}, false],
  [undefined, { CI: 'true' }, false],
  [undefined, { CI: 'true', TERM: 'xterm-256color' }, false],
  [undefined, { FORCE_COLOR: '1' }, true],
  [undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [undefined, { FORCE_COLOR: '0' }, false],
  [false, {}, false],
])('terminal %j with %j: %j', ([isTerminal, env, expected]) => {
  expect(takesColour(isTerminal, env)).toBe(expected);
});
