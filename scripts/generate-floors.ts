import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { floors } from '../.dependency-cruiser.mjs';
import { packageRoot } from '../harness/package-root.ts';

// Writes the table of the floors in CONTRIBUTING.md, between two comments, from the rules that lint holds every import against. With `--verify` it writes
// nothing and fails where the table is out of date.
const file = path.join(packageRoot, 'CONTRIBUTING.md');
const [start, end] = [
  '<!-- floors: written by `npm run generate` from .dependency-cruiser.mjs -->',
  '<!-- /floors -->',
];

const rows = floors.map(({ path: folder, holds, mayImport }) => [
  `\`${folder}\``,
  holds,
  mayImport.length === 0 ? 'no other floor' : mayImport.join(', '),
]);
const table = [['folder', 'holds', 'may import'], ['---', '---', '---'], ...rows].map(
  (cells) => `| ${cells.join(' | ')} |`,
);

const text = readFileSync(file, 'utf8');
const [from, to] = [text.indexOf(start), text.indexOf(end)];
if (from === -1 || to < from) throw new Error(`CONTRIBUTING.md lacks "${start}", and "${end}" below it`);
const written = `${text.slice(0, from)}${start}\n\n${table.join('\n')}\n\n${text.slice(to)}`;
const formatted = await format(written, { ...(await resolveConfig(file)), filepath: file });
if (!process.argv.includes('--verify')) writeFileSync(file, formatted);
else if (formatted !== text) {
  process.stderr.write('The table of the floors in CONTRIBUTING.md is out of date. Run `npm run generate`.\n');
  process.exitCode = 1;
}
