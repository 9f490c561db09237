import { readdirSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.ts';
import { pagePath } from '../../reports/text/page-address.ts';
import { checks } from '../../suites/index.ts';
import { loadCatalogue } from '../../suites/requirements/catalogue.ts';
import { asPage } from './api-reference.ts';
import { checkSections } from './check-page.ts';
import { keptDocuments, pageOf } from './kept-documents.ts';
import { code, slug, table, text } from './markdown.ts';
import { navigationOf } from './navigation.ts';
import { searched } from './rendering.ts';
import { requirementSections } from './requirement-page.ts';
import { makePages } from './write-pages.ts';

const pages = makePages('# Library reference\n');
const sectionsOf = (name: string): readonly string[] =>
  [...(pages.get(name) ?? '').matchAll(/^## (.+)$/gmu)].map(([, heading = '']) => heading);
const source = (address: string): string => address.replace(/\.html$/u, '.md');

test('each check has its page with its sections', () => {
  for (const { id } of checks) expect(sectionsOf(source(pagePath('checks', id))), id).toEqual([...checkSections]);
});

test('each requirement has its page with its sections', () => {
  for (const { id } of loadCatalogue())
    expect(sectionsOf(source(pagePath('requirements', id))), id).toEqual([...requirementSections]);
});

test('the page of a check says what `explain` says, and how to repeat and waive it', () => {
  const page = pages.get('checks/provisioning/thumbprint.md') ?? '';
  for (const part of [
    '# Each certificate stands under its own SHA-1 thumbprint',
    'Fails with [0x8018001E](/codes#0x8018001e): the device refuses the certificate under this name',
    'Name the characteristic of each certificate after the SHA-1 of its DER',
    '[PROV-05](/requirements/PROV-05)',
    'Each successful answer to RequestSecurityToken (Issue), by itself.',
    '**a name instead of a thumbprint**',
    'The kill matrix has 2 rows of this check',
    'run target.yaml --check provisioning/thumbprint',
    'waive conformance-report --check provisioning/thumbprint',
  ])
    expect(page).toContain(part);
});

test('each Markdown file of docs is a page and stands in the navigation under its heading', () => {
  const names = readdirSync(path.join(packageRoot, 'docs')).filter((name) => name.endsWith('.md'));
  const [documents] = navigationOf(keptDocuments(), [])['/docs/'] ?? [];
  for (const name of names) {
    expect(pages.has(`docs/${name}`), name).toBe(true);
    expect(documents?.items?.map(({ link }) => link)).toContain(`/docs/${name.slice(0, -3)}`);
  }
  expect(documents?.items?.find(({ link }) => link === '/docs/waivers')?.text).toBe(
    'Waivers, baselines and the exit code',
  );
});

describe('a document of the repository', () => {
  const waivers = keptDocuments().find(({ to }) => to === 'docs/waivers');
  const written = (markdown: string): string => {
    if (!waivers) throw new Error('docs/waivers.md is no page');
    return pageOf({ ...waivers, markdown }, keptDocuments());
  };

  test('links to the pages of other documents', () => {
    expect(
      written('See [codes](codes.md#a-b), [the start](../README.md) and [x](#y) or [z](https://z.example/).'),
    ).toBe('See [codes](/docs/codes#a-b), [the start](/docs/manual) and [x](#y) or [z](https://z.example/).');
  });

  test('names what is no page by its path', () => {
    expect(written('[Hono](../examples/hono)')).toBe('Hono (`examples/hono`)');
  });

  test('keeps code as it is, and loses its comments', () => {
    const fence = '```\n[a](none.md)\n```';
    expect(written(`<!-- x -->\n\`[a](none.md)\`\n\n${fence}\n`)).toBe(`\`[a](none.md)\`\n\n${fence}\n`);
  });

  test('may not link to what is not there', () => {
    expect(() => written('[a](none.md)')).toThrow('docs/waivers.md links to none.md, which is not there');
  });
});

describe.each(['<b>&lt;', '`a` ``b``', '|a|b|', '* a_b_ [x](y) # z ~~s~~', '- item', '1. item', '{{ a }}', '\\'])(
  'the text %j',
  (value) => {
    const reader = new MarkdownIt();

    test('is shown as it is', () => {
      const [, inline] = reader.parse(`A ${text(value)}`, {});
      expect(inline?.children?.map(({ content }) => content).join('')).toBe(`A ${value}`);
      expect(reader.parse(text(value), {})[0]?.type).toBe('paragraph_open');
    });

    test('is a code span, also in a table', () => {
      const tokens = reader.parse(table(['a', 'b'], [[code(value), 'end']]), {});
      const [cell, end] = tokens.filter(({ type }) => type === 'inline').slice(2);
      expect(cell?.children?.map(({ type, content }) => [type, content.trim()])).toEqual([['code_inline', value]]);
      expect(end?.content).toBe('end');
    });
  },
);

test('a heading has the anchor that GitHub gives it', () => {
  expect(slug("You audit somebody's result: 0x80180001 & more")).toBe('you-audit-somebodys-result-0x80180001--more');
});

test('the reference of the library has a title of its own and no HTML', () => {
  expect(asPage('# mde v1\n\n| <a id="property-a"></a> `a` | [`b`](#property-b) | [`c`](#c) |\n')).toBe(
    '# Library reference\n\n| `a` | `b` | [`c`](#c) |\n',
  );
});

test('a check is found by its rule and not by what its code quotes, and the library is not searched', () => {
  const page = pages.get('checks/provisioning/thumbprint.md') ?? '';
  const found = searched(page, 'checks/provisioning/thumbprint.md');
  expect(found).toContain('SHA-1 thumbprint');
  expect(found).not.toContain('Reference Root');
  expect(searched(page, 'docs/codes.md')).toBe(page);
  expect(searched(page, 'checks/provisioning/index.md')).toBe(page);
  expect(searched(page, 'api/index.md')).toBe('');
});
