import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../harness/package-root.ts';
import { checks } from '../../suites/index.ts';
import { loadCatalogue } from '../../suites/requirements/catalogue.ts';
import { checkPage } from './check-page.ts';
import { devicePages } from './device-pages.ts';
import { keptDocuments, pageOf } from './kept-documents.ts';
import { checkLists, requirementLists } from './list-pages.ts';
import { navigationOf } from './navigation.ts';
import { readProofs } from './proofs.ts';
import { requirementPage } from './requirement-page.ts';
import { siteFolders } from './site-folders.ts';

/** Every page that is made of data or of other documents, by its path below the site. `api` is the reference of the library in Markdown. */
export function makePages(api: string): ReadonlyMap<string, string> {
  const proofOf = readProofs();
  const documents = keptDocuments();
  const rows = loadCatalogue();
  return new Map([
    ['index.md', readFileSync(path.join(packageRoot, 'site', 'index.md'), 'utf8')],
    ...documents.map((document) => [`${document.to}.md`, pageOf(document, documents)] as const),
    ...checkLists(checks),
    ...checks.map((check) => [`checks/${check.id}.md`, checkPage(check, proofOf(check.id))] as const),
    ...requirementLists(rows, checks),
    ...rows.map((row) => [`requirements/${row.id}.md`, requirementPage(row)] as const),
    ...devicePages(),
    ['api/index.md', api],
  ]);
}

/** Writes the pages, and the navigation beside them, in place of what is in the folder. */
export function writePages(folder: string, api: string): void {
  const pages = makePages(api);
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of pages) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeProse(pages);
  const sections = [...api.matchAll(/^## (.+)$/gmu)].map(([, title = '']) => title);
  writeFileSync(path.join(folder, 'navigation.json'), JSON.stringify(navigationOf(keptDocuments(), sections)));
}

/**
 * Writes what people read on the pages that are made of data into one file, for the check of the spelling: a thousand files would take twice the time.
 * Of a check it leaves out what its code quotes.
 */
function writeProse(pages: ReadonlyMap<string, string>): void {
  const texts = [...pages].filter(([name]) => /^(?:checks|requirements|codes|events|topics)\b/u.test(name));
  mkdirSync(siteFolders.prose, { recursive: true });
  writeFileSync(
    path.join(siteFolders.prose, 'pages.md'),
    texts
      .map(
        ([name, text]) =>
          `\`${name}\`\n\n${text.replace(/^---$.*?^---$/msu, '').replace(/^## Counterexamples$.*/msu, '')}`,
      )
      .join('\n'),
  );
}
