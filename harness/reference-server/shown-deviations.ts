import { classify } from '../engine/classify.ts';
import { readRequestFacts } from '../engine/request-facts.ts';
import type { HttpRequest } from '../session/exchange.ts';
import { parseXml, XmlSyntaxError } from '../xml/tree.ts';
import type { XmlTree } from '../xml/tree.ts';

/** What the engine would say is wrong with a request, so that a departure can be narrowed to it. */
export function readShownDeviations(request: HttpRequest): readonly string[] {
  using tree = parse(request);
  return readRequestFacts({ request }, classify({ request }, tree, new Map()), tree).shown;
}

function parse({ body }: HttpRequest): XmlTree | undefined {
  try {
    return parseXml(body);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}
