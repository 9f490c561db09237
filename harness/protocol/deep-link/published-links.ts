import type { HtmlPage } from '../html/read-page.ts';
import { deepLinkScheme } from './parameters.ts';
import { isDeepLink, readDeepLink, type DeepLink } from './read-deep-link.ts';

/** A deep link that an answer offers to whoever opens it. */
export interface PublishedLink {
  /** As a browser reads it, with an access token if there is one. */
  readonly text: string;
  readonly link: DeepLink;
  /** The attribute of the page that holds it, as it is written; missing where a redirect leads to the link. */
  readonly written?: string;
  /** What a browser reads as another character in it, though it was not meant; see `HtmlAnchor`. */
  readonly swallowed?: readonly string[];
}

/**
 * The deep links of an answer, in its order: those that a user clicks, and those to which the answer leads by a redirect (`locations`) or by
 * itself. What a script would make is none of them.
 */
export function publishedLinks(
  { anchors, refresh }: Pick<HtmlPage, 'anchors' | 'refresh'>,
  locations: readonly string[] = [],
): readonly PublishedLink[] {
  const led = [...locations, ...(refresh === undefined ? [] : [refresh])].map((text) => ({ text }));
  const clicked = anchors.map(({ href, ...written }) => ({ text: href, ...written }));
  return [...led, ...clicked].flatMap((found) => {
    const link = readDeepLink(found.text);
    return link ? [{ ...found, link }] : [];
  });
}

/** Whether a text names the scheme anywhere, such as in a script. */
export function namesDeepLink(text: string): boolean {
  return isDeepLink(text) || text.toLowerCase().includes(deepLinkScheme);
}
