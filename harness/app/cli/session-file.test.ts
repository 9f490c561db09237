import { truncate } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readSessionFile } from './session-file.ts';
import { createWorkspace } from './testing/workspace.ts';

const entry = {
  startedDateTime: '2026-01-15T09:30:00Z',
  request: { method: 'GET', url: 'https://a.example/' },
  response: { status: 404 },
};

test('a recording that is too large is refused before it is read', async () => {
  await using workspace = await createWorkspace();
  const file = await workspace.write('large.har', '');
  await truncate(file, 128 * 1024 * 1024 + 1);
  await expect(readSessionFile(file)).rejects.toThrow(
    /large\.har has 134217729 bytes; the limit is 134217728; export only the exchanges with the hosts of the enrollment$/,
  );
});

test('a recording of too many exchanges is refused', async () => {
  await using workspace = await createWorkspace();
  const entries = Array.from({ length: 20_001 }, () => entry);
  const file = await workspace.write('long.har', JSON.stringify({ log: { entries } }));
  await expect(readSessionFile(file)).rejects.toThrow(
    /long\.har: the recording has 20,001 entries; at most 20,000 are judged: keep only the exchanges of the enrollment$/,
  );
});
