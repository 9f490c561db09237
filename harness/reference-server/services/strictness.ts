import { soapMessages, type SoapKind } from '../../engine/evidence/kind.ts';
import { validate } from '../../protocol/xml/schema.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { Refusal } from './refusal.ts';
import { unmetDemands } from './request-rules.ts';

/**
 * Refuses what a usual server grants: a request that its schema does not allow, or that does not do what the documents ask beyond it.
 * Throws `Refusal`, which names the first place or every demand.
 */
export function checkStrictly(kind: SoapKind, tree: XmlTree, request: HttpRequest): void {
  const [issue] = validate(tree, soapMessages[kind].request.type);
  if (issue) {
    throw new Refusal(
      'MessageFormat',
      `The request is not valid: line ${issue.line}, ${issue.path}: ${issue.message}.`,
    );
  }
  const unmet = unmetDemands(kind, tree, request);
  const [first] = unmet;
  if (!first) return;
  const demands = unmet.map(({ says, source }) => `${says} (${source})`).join('; ');
  throw new Refusal(first.subcode, `The request does not do what is asked of it: ${demands}.`);
}
