import type { LinkDefect } from './link-defect.ts';
import { defectsOfLink } from './link-defects.ts';
import { partsOf, type LinkPart } from './link-part.ts';
import { defectsOfPart } from './part-defects.ts';
import { deepLinkScheme, isLinkMode, type LinkMode, type LinkParameter } from './parameters.ts';

/** A deep link as it was read. The access token is not in it, only that there is one. */
export interface DeepLink {
  /** The mode, if it is one that Windows knows. */
  readonly mode?: LinkMode;
  /** The parameters that Windows or the server knows, in the order of the link. */
  readonly parameters: readonly ReadParameter[];
  /** What is wrong, in the order of the link. */
  readonly defects: readonly LinkDefect[];
}

/** One parameter of a link, and what it holds. */
export interface ReadParameter {
  readonly parameter: LinkParameter;
  /** The decoded value; absent for the access token. */
  readonly value?: string;
}

/** Whether a text claims to be a deep link: whether it begins with the scheme, in any letter case. */
export function isDeepLink(text: string): boolean {
  return text.trimStart().slice(0, deepLinkScheme.length).toLowerCase() === deepLinkScheme;
}

/** Reads a deep link, and says what is wrong with it. Undefined for a text that does not begin with the scheme. */
export function readDeepLink(text: string): DeepLink | undefined {
  if (!isDeepLink(text)) return undefined;
  const link = text.trim();
  const { path, query, fragment } = piecesOf(link);
  const parts = partsOf(query);
  const mode = valueOf(parts, 'mode')?.toLowerCase();
  return {
    ...(mode !== undefined && isLinkMode(mode) ? { mode } : {}),
    parameters: parts.flatMap(({ known, isSecret, value }) =>
      known ? [{ parameter: known, ...(isSecret ? {} : { value }) }] : [],
    ),
    defects: [
      ...defectsOfLink({ link, path, fragment, parts }),
      ...parts.flatMap((part) => [...defectsOfPart(part, parts)]),
    ],
  };
}

/** The value of a parameter that stands in a link, the first if it stands there twice; undefined for none, and for the access token. */
export function linkValue(link: DeepLink, name: LinkParameter['name']): string | undefined {
  return link.parameters.find(({ parameter }) => parameter.name === name)?.value;
}

function valueOf(parts: readonly LinkPart[], name: LinkParameter['name']): string | undefined {
  return parts.find(({ known }) => known?.name === name)?.value;
}

/** What the URL standard makes of the link. A link that is no URL has no query. */
function piecesOf(link: string): { readonly path: string; readonly query: string; readonly fragment: string } {
  if (!URL.canParse(link)) return { path: link.slice(deepLinkScheme.length), query: '', fragment: '' };
  const { href, search, hash } = new URL(link);
  return { path: /^[^?#]*/.exec(href.slice(deepLinkScheme.length))?.[0] ?? '', query: search.slice(1), fragment: hash };
}
