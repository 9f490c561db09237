import { parseFragment } from 'parse5';
import type { HtmlAnchor } from './html-anchor.ts';
import { attributeOf, elementsOf } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';

/** The links as they are written, among the elements of a page that was parsed with its places, in document order. `text` is the page. */
export function readAnchors(elements: readonly HtmlElement[], text: string): readonly HtmlAnchor[] {
  return elements
    .filter(({ tagName }) => tagName === 'a' || tagName === 'area')
    .flatMap((element) => {
      const href = attributeOf(element, 'href');
      const place = element.sourceCodeLocation?.attrs?.['href'];
      if (href === undefined || !place) return [];
      const written = text.slice(place.startOffset, place.endOffset);
      return [{ href: href.trim(), written, swallowed: swallowedIn(written) }];
    });
}

/** References that stand for an ampersand are none of them: they are what was meant. */
function swallowedIn(written: string): readonly string[] {
  return [...written.matchAll(/&(?:#x[\da-f]+|#\d+|[a-z][a-z\d]*)(?![;=a-z\d])/gi)]
    .map(([reference]) => reference)
    .filter((reference) => ![reference, '&'].includes(readAlone(reference)));
}

/** What a browser makes of a reference at the end of an attribute. */
function readAlone(reference: string): string {
  const [element] = elementsOf(parseFragment(`<a href="${reference}"></a>`));
  return (element && attributeOf(element, 'href')) ?? reference;
}
