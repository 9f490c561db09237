import type { Evidence } from '../../../harness/engine/evidence.ts';

/** The request as text, whether it can be parsed or not. */
export function textOfRequest({ exchange }: Evidence): string {
  return new TextDecoder().decode(exchange.request.body);
}

/** What came back as text; empty where nothing did. */
export function textOfAnswer({ exchange }: Evidence): string {
  return new TextDecoder().decode(exchange.answer.response?.body);
}
