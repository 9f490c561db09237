import path from 'node:path';
import { expect, test } from 'vitest';
import { nameInside } from './name-inside.ts';

const folder = path.resolve('repository');

test.each([
  [['target.yaml'], 'target.yaml'],
  [['ci', 'my target.yaml'], 'ci/my target.yaml'],
  [['..odd', 'target.yaml'], '..odd/target.yaml'],
  [['..', 'target.yaml'], undefined],
  [['..'], undefined],
  [[], undefined],
])('a file at %j is named %j', (names, name) => {
  expect(nameInside(folder, path.join(folder, ...names))).toBe(name);
});
