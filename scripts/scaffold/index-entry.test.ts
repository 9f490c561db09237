import { expect, it } from 'vitest';
import { withEntry } from './index-entry.ts';

const add = (index: string): string => withEntry(index, 'newOne', 'newOne', './new-one.ts');

it.each([
  [
    'a list on several lines',
    "import { one } from './one.ts';\n\n/** Some. */\nexport const some: readonly Check[] = [\n  one,\n];\n",
    "import { one } from './one.ts';\nimport { newOne } from './new-one.ts';\n\n/** Some. */\nexport const some: readonly Check[] = [\n  one, newOne];\n",
  ],
  [
    'a list on one line',
    "import { one } from './one.ts';\nexport const some = [one];\n",
    "import { one } from './one.ts';\nimport { newOne } from './new-one.ts';\nexport const some = [one, newOne];\n",
  ],
  [
    'an empty list',
    "import type { Check } from './check.ts';\nexport const some: readonly Check[] = [];\n",
    "import type { Check } from './check.ts';\nimport { newOne } from './new-one.ts';\nexport const some: readonly Check[] = [newOne];\n",
  ],
])('a new entry is imported and listed last in %s', (_, index, expected) => {
  expect(add(index)).toBe(expected);
});
