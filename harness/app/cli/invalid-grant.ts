import type { HttpRequest, HttpResponse } from '../../wire/exchange/exchange.ts';
import { validateMessage } from '../../protocol/xml/validate-message.ts';

/** What is wrong with a message that the server granted all the same, as a line for people; undefined where nothing is. */
export function invalidGrant(request: HttpRequest, response: HttpResponse): string | undefined {
  if (request.method !== 'POST' || response.status !== 200) return undefined;
  const { type, verdict, issues } = validateMessage(request.body);
  const [first] = issues;
  if (verdict === 'valid' || type === undefined || first === undefined) return undefined;
  const more = issues.length === 1 ? '' : ` (and ${issues.length - 1} more)`;
  return `note: this server granted a ${type} that is not valid: line ${first.line}, ${first.path}: ${first.message}${more}`;
}
