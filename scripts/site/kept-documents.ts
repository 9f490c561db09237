import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../harness/package-root.ts';

/** A Markdown file of the repository that is a page of the site. */
export interface KeptDocument {
  /** Below the package root. */
  readonly file: string;
  /** Below the site, without ending: `docs/waivers`. */
  readonly to: string;
  /** Its first heading, without marks. */
  readonly title: string;
  readonly markdown: string;
}

/** Single files, and where they stand on the site. */
const single: Readonly<Record<string, string>> = {
  'README.md': 'docs/manual',
  'CHANGELOG.md': 'docs/changelog',
  'CONTRIBUTING.md': 'docs/contributing',
  'SECURITY.md': 'docs/vulnerabilities',
  'suites/requirements/README.md': 'requirements/catalogue',
  'harness/app/vitest/README.md': 'docs/vitest',
};

/** The documents of the repository that the site shows as they are: those above, and all of `docs` and `docs/decisions`. */
export function keptDocuments(): readonly KeptDocument[] {
  const below = ['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(path.join(packageRoot, folder))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => [`${folder}/${name}`, `${folder}/${name.slice(0, -3)}`] as const),
  );
  return [...Object.entries(single), ...below].map(([file, to]) => {
    const markdown = readFileSync(path.join(packageRoot, file), 'utf8');
    return { file, to, title: titleOf(markdown, file), markdown };
  });
}

function titleOf(markdown: string, file: string): string {
  const [, title] = /^# (.+)$/mu.exec(markdown) ?? [];
  if (title === undefined)
    throw new Error(`${file} has no first heading ("# Title"); its page takes its title from there`);
  return title.replaceAll('`', '');
}

/**
 * The document as a page: links to other documents lead to their pages, and a link to anything else of the repository becomes its text with
 * the path. Comments are left out. Throws for a link that leads nowhere.
 */
export function pageOf({ file, markdown }: KeptDocument, all: readonly KeptDocument[]): string {
  const pages = new Map(all.map((one) => [one.file, one.to]));
  const rewritten = outsideCode(markdown.replace(/^<!--.*?-->\n/gmsu, ''), (prose) =>
    prose.replace(/\[([^\]]*)\]\(([^)\s]+)\)/gu, (whole, label: string, target: string) => {
      if (/^(?:[a-z][a-z0-9+.-]*:|#)/u.test(target)) return whole;
      const [name = '', anchor] = target.split('#');
      const at = path.posix.join(path.posix.dirname(file), name);
      const page = pages.get(at) ?? pages.get(`${at}/README.md`);
      if (page !== undefined) return `[${label}](/${page}${anchor === undefined ? '' : `#${anchor}`})`;
      if (!existsSync(path.join(packageRoot, at))) throw new Error(`${file} links to ${target}, which is not there`);
      return label.includes(at) ? label : `${label} (\`${at}\`)`;
    }),
  );
  return rewritten;
}

/** Changes a Markdown text outside of its blocks and spans of code. */
function outsideCode(markdown: string, change: (prose: string) => string): string {
  return markdown
    .split(/(^```.*?^```$|`[^`\n]+`)/msu)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}
