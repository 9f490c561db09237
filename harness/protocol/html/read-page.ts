import { parse } from 'parse5';
import { readForms } from './read-forms.ts';
import type { HtmlForm } from './html-form.ts';
import type { HtmlLink } from './html-link.ts';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import { readLinks } from './read-links.ts';
import { readPageText } from './page-text.ts';

/** A script of a page: its text, or the address that it comes from. */
interface HtmlScript {
  readonly text: string;
  readonly src?: string;
}

/** What a page offers without its scripts being run. */
export interface HtmlPage {
  /** White space collapsed. */
  readonly title: string;
  readonly charset: string;
  readonly forms: readonly HtmlForm[];
  readonly links: readonly HtmlLink[];
  readonly scripts: readonly HtmlScript[];
  /** Handlers in attributes that run by themselves when the page is there, such as `onload`. */
  readonly onload: readonly string[];
  /** Where `meta http-equiv="refresh"` leads, resolved. */
  readonly refresh?: string;
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
    links: readLinks(elements, text),
    scripts: named('script').map((script) => {
      const src = attributeOf(script, 'src');
      return { text: textOf(script), ...(src === undefined ? {} : { src }) };
    }),
    onload: elements.flatMap((element) => attributeOf(element, 'onload') ?? []),
    ...(refresh === undefined ? {} : { refresh }),
  };
}

function refreshOf(meta: HtmlElement, base: string): string[] {
  if (attributeOf(meta, 'http-equiv')?.toLowerCase() !== 'refresh') return [];
  const to = /^\s*[\d.]*\s*[;,]?\s*url\s*=\s*["']?([^"']*)/i.exec(attributeOf(meta, 'content') ?? '')?.[1]?.trim();
  return to !== undefined && to !== '' && URL.canParse(to, base) ? [new URL(to, base).href] : [];
}
