import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { pagePath } from '../../reports/text/page-address.ts';
import { checks } from '../../suites/index.ts';
import { loadCatalogue } from '../../suites/requirements/catalogue.ts';
import { checkSections } from './check-page.ts';
import { requirementSections } from './requirement-page.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** What the checks need of one page. */
export interface BuiltPage {
  readonly ids: ReadonlySet<string>;
  /** Addresses of links, as they are written. */
  readonly links: readonly string[];
  /** Addresses of what a browser loads with the page. */
  readonly loads: readonly string[];
  /** The second-level headings, in their order. */
  readonly sections: readonly string[];
}

/** A page that the site has to have, and its second-level headings. */
export type DuePage = readonly [file: string, sections: readonly string[]];

/**
 * What is wrong with the built site, one line each; nothing if it is right: a check or a requirement without its page or with other sections
 * than its page has, a link or an anchor that leads nowhere, and anything that a page loads from another origin.
 */
export function checkBuiltSite(folder: string, base: string, due: readonly DuePage[] = duePages()): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readBuiltPage(readFileSync(path.join(folder, file), 'utf8'))]),
  );
  const styles = files.filter((file) => file.endsWith('.css'));
  return [
    ...missingPages(pages, due),
    ...brokenLinks(pages, new Set(files), base),
    ...[...pages].flatMap(([file, { loads }]) =>
      loads.filter(isForeign).map((address) => `${file} loads ${address} from another origin`),
    ),
    ...styles.flatMap((file) =>
      foreignInStyle(readFileSync(path.join(folder, file), 'utf8')).map(
        (address) => `${file} loads ${address} from another origin`,
      ),
    ),
  ];
}

/** Reads a page of HTML. */
export function readBuiltPage(html: string): BuiltPage {
  const ids = new Set<string>();
  const [links, loads, sections]: [string[], string[], string[]] = [[], [], []];
  for (const element of elementsOf(parse(html))) {
    const attribute = (name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;
    const id = attribute('id');
    if (id !== undefined) ids.add(id);
    const href = attribute('href');
    if (element.tagName === 'a' && href !== undefined) links.push(href);
    else if (href !== undefined) loads.push(href);
    const src = attribute('src');
    if (src !== undefined) loads.push(src);
    loads.push(...foreignInStyle(`${attribute('style') ?? ''} ${element.tagName === 'style' ? textOf(element) : ''}`));
    if (element.tagName === 'h2' && id !== undefined) sections.push(textOf(element).replaceAll('\u200B', '').trim());
  }
  return { ids, links, loads, sections };
}

function* elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* elementsOf(child);
  }
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('');
}

/** Addresses of another origin that a style sheet loads. */
export function foreignInStyle(css: string): readonly string[] {
  const found = [...css.matchAll(/(?:url\(|@import)\s*["']?([^"')\s]+)/gu)].map(([, address = '']) => address);
  return found.filter(isForeign);
}

function isForeign(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//iu.test(address);
}

/** The page of each check and of each requirement, with its sections. */
function duePages(): readonly DuePage[] {
  return [
    ...checks.map(({ id }) => [pagePath('checks', id), checkSections] as const),
    ...loadCatalogue().map(({ id }) => [pagePath('requirements', id), requirementSections] as const),
  ];
}

function missingPages(pages: ReadonlyMap<string, BuiltPage>, due: readonly DuePage[]): readonly string[] {
  return due.flatMap(([file, sections]) => {
    const page = pages.get(file);
    if (page === undefined) return [`${file} is missing`];
    const has = page.sections.join(', ');
    return has === sections.join(', ') ? [] : [`${file} has the sections ${has}, and not ${sections.join(', ')}`];
  });
}

function brokenLinks(
  pages: ReadonlyMap<string, BuiltPage>,
  files: ReadonlySet<string>,
  base: string,
): readonly string[] {
  return [...pages].flatMap(([file, { links }]) =>
    [...new Set(links)].flatMap((link) => {
      if (/^[a-z][a-z0-9+.-]*:/iu.test(link)) return [];
      const { pathname, hash } = new URL(link, `http://site.invalid${base}${file}`);
      const below = decodeURIComponent(pathname).slice(base.length);
      const target = below === '' || below.endsWith('/') ? `${below}index.html` : below;
      if (!pathname.startsWith(base) || !files.has(target)) return [`${file} links to ${link}, which is not there`];
      const anchor = decodeURIComponent(hash.slice(1));
      const isThere = anchor === '' || pages.get(target)?.ids.has(anchor) === true;
      return isThere ? [] : [`${file} links to ${link}, and ${target} has no such anchor`];
    }),
  );
}
