import { classify } from '../engine/classify.ts';
import type { Kind } from '../engine/kind.ts';
import { readRequestFacts } from '../engine/request-facts.ts';
import type { HttpRequest } from '../session/exchange.ts';
import { parseXml, XmlSyntaxError } from '../xml/tree.ts';
import type { XmlTree } from '../xml/tree.ts';

/** What the engine would say is wrong with a request, so that a departure can be narrowed to it. */
export function readShownDeviations(
  request: HttpRequest,
  endpoints: ReadonlyMap<string, Kind>,
  now: Date,
): readonly string[] {
  using tree = parse(request);
  const exchange = { request, startedAt: now.toISOString() };
  return readRequestFacts(exchange, classify({ request }, tree, endpoints), tree, endpoints).shown;
}

function parse({ body }: HttpRequest): XmlTree | undefined {
  try {
    return parseXml(body);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}
