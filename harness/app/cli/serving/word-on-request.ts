import { isSoapKind, type Kind } from '../../../engine/evidence/kind.ts';
import { parseXml } from '../../../protocol/xml/tree.ts';
import { validateMessage } from '../../../protocol/xml/validate-message.ts';
import { unmetDemands } from '../../../reference-server/services/request-rules.ts';
import { wrongNamespace } from '../../../reference-server/services/wrong-namespace.ts';
import type { HttpRequest } from '../../../wire/exchange/exchange.ts';

/**
 * What is to be said of a request, whether the server granted it or not: the word of `validate`, a namespace that is wrong, and what the
 * documents ask of it in vain. Empty for a request that is no message of enrollment.
 */
export function wordOnRequest(kind: Kind | undefined, request: HttpRequest): readonly string[] {
  if (kind === 'manage' && request.body.length > 0) return [verdictOn(request.body)];
  if (kind === undefined || !isSoapKind(kind) || request.method !== 'POST') return [];
  const { verdict, issues } = validateMessage(request.body);
  if (verdict === 'not-well-formed') return [verdictWord('not well-formed', issues)];
  using tree = parseXml(request.body);
  const isValid = verdict === 'valid';
  const namespace = isValid ? undefined : wrongNamespace(tree);
  const unmet = unmetDemands(kind, tree, request).map(({ says, source }) => `${says} (${source})`);
  return [
    isValid ? 'valid' : verdictWord('not valid', issues),
    ...(namespace === undefined ? [] : [namespace]),
    ...(unmet.length === 0 ? [] : [`asked in vain: ${unmet.join('; ')}`]),
  ];
}

function verdictOn(body: Uint8Array): string {
  const { type, verdict, issues } = validateMessage(body);
  if (verdict !== 'not-well-formed' && type !== 'syncml') return 'no message of SyncML';
  if (verdict === 'valid') return 'valid';
  return verdictWord(verdict === 'not-well-formed' ? 'not well-formed' : 'not valid', issues);
}

type Issues = ReturnType<typeof validateMessage>['issues'];

function verdictWord(word: string, [first, ...others]: Issues): string {
  if (first === undefined) return word;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${word}: line ${first.line}, ${first.path}: ${first.message}${more}`;
}
