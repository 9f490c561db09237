import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';

/** The request as XML; undefined where it has no body, or one that is not well-formed. Whoever asks disposes of it. */
export function parseRequest({ request, index }: Exchange): XmlTree | undefined {
  if (request.body.length === 0) return undefined;
  try {
    return parseXml(request.body, { exchange: index, part: 'request' });
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}
