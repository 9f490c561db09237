import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../testing/shared-folder.ts';
import { readHar } from './har.ts';

test.each(['mattrax-ts.har', 'mdm-server-demo.har', 'windows_mdm-onpremise.har'])('%s reads', (capture) => {
  const { exchanges } = readHar(readFileSync(path.join(sharedFolder, 'captures', capture), 'utf8'));
  expect(exchanges).toHaveLength(28);
  expect(exchanges.every(({ label }) => label === undefined)).toBe(true);
  expect(exchanges.some(({ secrets }) => secrets.length > 0)).toBe(true);
});
