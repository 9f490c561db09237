import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../harness/testing/shared-folder.ts';
import { seedDocuments, seedRows } from './testing/seeds-page.ts';

/** The headings of a document, and the lines that stand alone in bold as headings do. */
function headingsOf(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^```[^]*?^```/gm, '');
  return [...prose.matchAll(/^(?:#{1,6} +(.+?)|\*\*([^*:]+)\*\*)\s*$/gm)].map(([, heading, bold]) =>
    (heading ?? bold ?? '').replaceAll(/\s+/g, ' '),
  );
}

test.each(seedDocuments)('docs/seeds.md names every heading of %s, in its order', (document, file) => {
  const headings = headingsOf(readFileSync(path.join(sharedFolder, 'seeds', file), 'utf8'));
  expect(headings.length).toBeGreaterThan(10);
  expect(seedRows(document).map(({ heading }) => heading)).toEqual(headings);
});
