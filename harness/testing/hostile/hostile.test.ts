import { describe, test } from 'vitest';

import { expectHeld } from './hold.ts';
import { families } from './index.ts';
import { perform } from './perform.ts';
import { ownTool } from './tools.ts';

describe.each(families.map(({ subject, title, rows }) => [title, subject, rows] as const))(
  '%s: %s',
  { timeout: 180_000 },
  (_, subject, rows) => {
    test.each(rows.map((row) => [`${subject} ${row.name}`, row] as const))('%s', async (_name, { attack, holds }) => {
      const aftermath = await perform(attack, ownTool);
      expectHeld(aftermath, holds);
    });
  },
);
