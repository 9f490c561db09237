import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../harness/package-root.ts';

/** One row of `docs/seeds.md`. */
export interface SeedRow {
  readonly heading: string;
  /** Ids of checks, `folder/*` for all checks of a folder, and ids of rows of the catalogue. */
  readonly ids: readonly string[];
  readonly topics: readonly string[];
  /** Why nothing tests it, or what of it nothing tests; maybe empty. */
  readonly reason: string;
}

/** The rows of `docs/seeds.md` below the heading of one document, in their order. */
export function seedRows(document: string): readonly SeedRow[] {
  const page = readFileSync(path.join(packageRoot, 'docs', 'seeds.md'), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(`${document}\n`)) ?? '';
  return [...section.matchAll(/^\| *(.*?) *\| *(.*?) *\| *(.*?) *\| *(.*?) *\|$/gm)]
    .slice(2)
    .map(([, heading = '', ids = '', topics = '', reason = '']) => ({
      heading,
      ids: names(ids),
      topics: names(topics),
      reason,
    }));
}

/** The documents of the page, with the name of the file that holds each in the survey. */
export const seedDocuments = [
  ['Mobile device enrollment', 'mobile-device-enrollment.md'],
  ['MDM enrollment of Windows devices', 'mdm-enrollment-of-windows-devices.md'],
] as const;

function names(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}
