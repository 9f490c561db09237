import { parse } from 'parse5';
import type { HtmlAnchor } from './html-anchor.ts';
import { readForms, readLinks } from './read-forms.ts';
import type { HtmlForm, HtmlLink } from './html-form.ts';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import { readAnchors } from './read-anchors.ts';
import { readPageText } from './page-text.ts';

/** A script of a page: its text, or the address that it comes from. */
export interface HtmlScript {
  readonly text: string;
  readonly src?: string;
  /** What a Content-Security-Policy may allow it by. */
  readonly nonce?: string;
  /** As written; missing for a script of the default type. */
  readonly type?: string;
}

/** An element by its name and the names of its attributes, in lower case. */
interface HtmlMarkup {
  readonly name: string;
  readonly attributes: readonly string[];
}

/** What a page offers without its scripts being run. */
export interface HtmlPage {
  /** White space collapsed. */
  readonly title: string;
  readonly charset: string;
  readonly forms: readonly HtmlForm[];
  readonly links: readonly HtmlLink[];
  /** The same as they are written. */
  readonly anchors: readonly HtmlAnchor[];
  readonly scripts: readonly HtmlScript[];
  /** Handlers in attributes that run by themselves when the page is there, such as `onload`. */
  readonly onload: readonly string[];
  /** Where `meta http-equiv="refresh"` leads, resolved. */
  readonly refresh?: string;
  /** The policies in `meta http-equiv="Content-Security-Policy"`. */
  readonly policies: readonly string[];
  /** Every element, in document order. */
  readonly markup: readonly HtmlMarkup[];
}

/**
 * Reads a page as the HTML specification says (parse5), whatever its errors. `url` is its address. At most 256 KiB are read; the
 * rest counts as absent. Never throws.
 */
export function readPage(body: Uint8Array, contentType: string | undefined, url: string): HtmlPage {
  const { text, charset } = readPageText(body, contentType);
  const elements = [...elementsOf(parse(text, { sourceCodeLocationInfo: true }))];
  const named = (name: string): readonly HtmlElement[] => elements.filter(({ tagName }) => tagName === name);
  const href = named('base')
    .map((element) => attributeOf(element, 'href'))
    .find((value) => value !== undefined);
  const base = href !== undefined && URL.canParse(href, url) ? new URL(href, url).href : url;
  const refresh = named('meta').flatMap((element) => refreshOf(element, base))[0];
  return {
    title: named('title').slice(0, 1).map(textOf).join('').replaceAll(/\s+/g, ' ').trim(),
    charset,
    forms: readForms(elements, base, url),
    anchors: readAnchors(elements, text),
    links: readLinks(elements, base),
    scripts: named('script').map((script) => {
      const optional = (['src', 'nonce', 'type'] as const).flatMap((name) => {
        const value = attributeOf(script, name);
        return value === undefined ? [] : [[name, value] as const];
      });
      return { text: textOf(script), ...(Object.fromEntries(optional) as Partial<HtmlScript>) };
    }),
    onload: elements.flatMap((element) => attributeOf(element, 'onload') ?? []),
    ...(refresh === undefined ? {} : { refresh }),
    policies: named('meta')
      .filter((meta) => attributeOf(meta, 'http-equiv')?.toLowerCase() === 'content-security-policy')
      .flatMap((meta) => attributeOf(meta, 'content') ?? []),
    markup: elements.map(({ tagName, attrs }) => ({ name: tagName, attributes: attrs.map(({ name }) => name) })),
  };
}

function refreshOf(meta: HtmlElement, base: string): string[] {
  if (attributeOf(meta, 'http-equiv')?.toLowerCase() !== 'refresh') return [];
  const to = /^\s*[\d.]*\s*[;,]?\s*url\s*=\s*["']?([^"']*)/i.exec(attributeOf(meta, 'content') ?? '')?.[1]?.trim();
  return to !== undefined && to !== '' && URL.canParse(to, base) ? [new URL(to, base).href] : [];
}
