import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../harness/package-root.ts';
import { siteFolders } from './site-folders.ts';

/** What the types of the library are made of. */
const sources = ['harness', 'suites', 'reports', 'typedoc.json', 'package-lock.json'];

/** The reference of the library in Markdown. `npm run lint` writes it too; it is written anew where a source is younger. */
export function apiReference(): string {
  const file = path.join(siteFolders.api, 'index.md');
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (newest() > written) execFileSync('npm', ['run', '--silent', 'lint:docs'], { cwd: packageRoot, stdio: 'inherit' });
  return asPage(readFileSync(file, 'utf8'));
}

function newest(): number {
  const files = sources.flatMap((name) => {
    const at = path.join(packageRoot, name);
    if (!statSync(at).isDirectory()) return [at];
    return readdirSync(at, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(at, file));
  });
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

/** With a title of its own, and without the anchors of properties and the links to them: they are HTML, which no page of the site may hold. */
export function asPage(markdown: string): string {
  return markdown
    .replace(/^# .*$/mu, '# Library reference')
    .replace(/<a id="[^"]*"><\/a> /gu, '')
    .replace(/\[([^\]]+)\]\(#property-[^)]+\)/gu, '$1');
}
