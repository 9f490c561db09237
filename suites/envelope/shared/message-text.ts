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
 * Throws `UnusableEvidence` where a success answers another request: a server that repeats one answer has not read this one, and what is
 * not in its answer proves nothing.
 */
export function demandOwnAnswer(evidence: Evidence): void {
  if (evidence.state !== 'success') return;
  const [, asked = ''] = /MessageID[^>]*>\s*([^<&]*)/.exec(textOfRequest(evidence)) ?? [];
  const answered = evidence.header?.textAt('a:RelatesTo')?.trim();
  if (answered === undefined || answered.startsWith(asked)) return;
  throw new UnusableEvidence(
    `RelatesTo is "${answered}": the answer is that to another request`,
    'envelope/relates-to',
  );
}
