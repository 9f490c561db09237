import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { UnusableEvidence } from '../../../harness/engine/evidence/unusable.ts';

/** The request as text, whether it can be parsed or not. */
export function textOfRequest({ exchange }: Evidence): string {
  return new TextDecoder().decode(exchange.request.body);
}

/** What came back as text; empty where nothing did. */
export function textOfAnswer({ exchange }: Evidence): string {
  return new TextDecoder().decode(exchange.answer.response?.body);
}

/**
 * Throws `UnusableEvidence` if the success answers another request. A server that repeats an old answer has not read
 * this request, so its answer proves nothing.
 */
export function demandOwnAnswer(evidence: Evidence): void {
  if (evidence.state !== 'success') return;
  const [, asked = ''] = /MessageID[^>]*>\s*([^<&]*)/.exec(textOfRequest(evidence)) ?? [];
  const answered = evidence.header?.textAt('a:RelatesTo')?.trim();
  if (answered === undefined || answered.startsWith(asked)) return;
  throw new UnusableEvidence(`RelatesTo is "${answered}": this answers another request`, 'envelope/relates-to');
}
