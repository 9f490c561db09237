import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { packageRoot } from '../../package-root.ts';
import { families } from './index.ts';
import { withTable } from './security-table.ts';

/** The page, by its path below the package root. */
export const securityPath = 'docs/security.md';

/** The page as it should be: its text by hand, its table from the rows. */
export async function securityPage(): Promise<string> {
  const file = path.join(packageRoot, securityPath);
  return await format(withTable(readFileSync(file, 'utf8'), families), {
    ...(await resolveConfig(file)),
    filepath: file,
  });
}
