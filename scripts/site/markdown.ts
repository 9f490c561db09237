/** Text as Markdown that shows it as it is. */
export function text(value: string): string {
  return value.replace(/[\\`*_[\]<>#|~&]/gu, (found) => `\\${found}`).replace(/^(\s*\d*)([-+.])(?=\s)/u, '$1\\$2');
}

/** A value as a code span, whatever is in it. Line breaks become visible. */
export function code(value: string): string {
  const shown = value.replaceAll('\r', '␍').replaceAll('\n', '␤').replaceAll('\uFEFF', '[byte order mark]');
  const longest = Math.max(0, ...(shown.match(/`+/gu) ?? []).map((row) => row.length));
  const fence = '`'.repeat(longest + 1);
  const edge = /^`|`$/u.test(shown) ? ' ' : '';
  return shown === '' ? '(empty)' : `${fence}${edge}${shown}${edge}${fence}`;
}

/** A link of the site: `to` is a path from its root. */
export function link(label: string, to: string): string {
  return `[${label}](/${to})`;
}

/** A table; each cell is Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A bar inside of a code span ends the cell unless it is escaped, unlike in other places. */
function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/gu, '\\|');
}

/** A page: its front matter and its blocks. */
export function page(title: string, description: string, blocks: readonly string[]): string {
  const front = [`title: ${JSON.stringify(title)}`, `description: ${JSON.stringify(description)}`];
  return `---\n${front.join('\n')}\n---\n\n${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A section of a page under its heading. */
export function section(heading: string, blocks: readonly string[]): string {
  return [`## ${heading}`, ...blocks.filter((block) => block !== '')].join('\n\n');
}

/** A list; each item is Markdown. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A block of commands for a shell. */
export function commands(lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}

/** The anchor of a heading, as GitHub makes it, so that a link to a heading leads there on the site too. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}
