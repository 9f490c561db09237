/** The text of an index with one entry more: imported and listed last. */
export function withEntry(index: string, entry: string, imported: string, from: string): string {
  const line = `import { ${imported} } from '${from}';`;
  const lines = index.split('\n');
  const lastImport = lines.findLastIndex((text) => text.startsWith('import '));
  const listed = [...lines.slice(0, lastImport + 1), line, ...lines.slice(lastImport + 1)].join('\n');
  const end = listed.lastIndexOf('];');
  const isEmpty = /\[\s*$/.test(listed.slice(0, end));
  const before = listed.slice(0, end).replace(/,?\s*$/, isEmpty ? '' : ', ');
  return `${before}${entry}${listed.slice(end)}`;
}
