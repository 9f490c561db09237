import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { relativeLinks } from '../markdown-links.ts';

/** Folders that hold other people's documents, or what is built. */
const others = new Set(['node_modules', 'dist', '.git', '.cache']);

test.each(documents(packageRoot))('the links of %s lead somewhere', (name) => {
  const file = path.join(packageRoot, name);
  const broken = relativeLinks(readFileSync(file, 'utf8')).filter(
    (link) => !existsSync(path.resolve(file, '..', link)),
  );
  expect(broken).toEqual([]);
});

test('a link is read without its anchor, and only where it is relative', () => {
  expect(
    relativeLinks('[a](a.md#b), [c](#d), [e](https://e.example/f), [g](mailto:g@h.example) and [i](../j "k")'),
  ).toEqual(['a.md', '../j']);
});

/** All Markdown files below a folder, relative to the package's. */
function documents(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return others.has(entry.name) ? [] : documents(at);
    return entry.isFile() && entry.name.endsWith('.md') ? [path.relative(packageRoot, at)] : [];
  });
}
