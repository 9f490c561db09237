const references: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Escapes a text for HTML. */
export function asText(value: string): string {
  return value.replace(/[<>&]/gu, (found) => references[found] ?? '');
}

/**
 * What the search finds a page by. Of a check these are its name, its rule, what a device does, the remedy, the source and what is judged; the pages
 * of all checks have the rest in common, and the reference of the library would drown what people look for.
 */
export function searched(source: string, file: string): string {
  if (file.startsWith('api/')) return '';
  const isCheck = /^checks\/[^/]+\/(?!index\.md)/u.test(file);
  return isCheck ? source.replace(/^## Counterexamples$.*/msu, '') : source;
}
