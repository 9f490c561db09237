import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { readTermsQuestion } from '../../protocol/terms-of-use/terms-answer.ts';
import { classifyTree } from './classify.ts';
import type { Kind } from './kind.ts';

/**
 * Where discovery is, by what is known of a session before its answers are read. A run says what its target is and begins there; in a
 * third-party recording it is where a Discover message went. `requests` are the request bodies, in the order of the exchanges.
 */
export function discoveryAddresses(
  { meta, exchanges }: Session,
  requests: readonly (XmlTree | undefined)[],
): readonly (readonly [url: string, kind: Kind])[] {
  const [first] = exchanges;
  const entrances = first?.label ? [meta?.target ?? first.request.url, first.request.url].filter(isNoTermsPage) : [];
  const discovered = exchanges.filter(({ label }, index) => {
    const tree = label === undefined ? requests[index] : undefined;
    return tree !== undefined && classifyTree(tree) === 'discover';
  });
  return [...entrances, ...discovered.map(({ request }) => request.url)].map((url) => [url, 'discover']);
}

/** A device that joins Microsoft Entra opens the terms of use before it asks for discovery. */
function isNoTermsPage(url: string): boolean {
  return readTermsQuestion(url) === undefined;
}
