import { classify } from '../../engine/evidence/classify.ts';
import { createEndpoints } from '../../engine/evidence/endpoints.ts';
import type { Kind } from '../../engine/evidence/kind.ts';
import { readRequestFacts } from '../../engine/evidence/request-facts.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';

/** The deviations that the engine finds in a request, so that a departure can be limited to them. */
export function readShownDeviations(
  request: HttpRequest,
  services: ReadonlyMap<string, Kind>,
  now: Date,
): readonly string[] {
  const endpoints = createEndpoints(services);
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
