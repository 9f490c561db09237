import { rfc3986 } from './evidence.ts';
import { notKnown, type LinkDefect } from './link-defect.ts';
import type { LinkPart } from './link-part.ts';

/** A link in its pieces, as the URL standard reads them. */
export interface LinkPieces {
  readonly link: string;
  /** What stands between the scheme and the query. */
  readonly path: string;
  readonly fragment: string;
  readonly parts: readonly LinkPart[];
}

/** What is wrong with a link as a whole. */
export function* defectsOfLink({ link, path, fragment, parts }: LinkPieces): Generator<LinkDefect> {
  if (path !== '') {
    yield {
      kind: 'form',
      says: 'Something stands between the scheme and the "?"',
      remedy: 'Write "?" directly after "ms-device-enrollment:"',
      effect: notKnown,
    };
  }
  if (/[\s\p{Cc}<>"\\^`{|}]|[^\p{ASCII}]/u.test(link)) {
    yield {
      kind: 'unescaped-character',
      says: 'The link holds a blank or another character that no URL may hold',
      remedy: 'Percent-encode each value (a blank is %20)',
      effect: notKnown,
    };
  }
  if (fragment !== '') {
    yield {
      kind: 'cut-link',
      says: 'A "#" ends the query, so what follows it belongs to no parameter',
      remedy: 'Write %23 for a "#" in a value',
      effect: { known: true, says: 'a URL ends its query at the first "#"', source: rfc3986 },
    };
  }
  if (!parts.some(({ known }) => known?.name === 'mode')) {
    yield {
      kind: 'no-mode',
      parameter: 'mode',
      says: 'The link has no mode',
      remedy: 'Begin the query with mode=mdm, mode=awa or mode=aadj',
      effect: notKnown,
    };
  }
}
