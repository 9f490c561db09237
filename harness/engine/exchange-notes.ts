import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';
import type { ExchangeNote } from './results.ts';

/** Every exchange in a sentence, what is no enrollment traffic among them. */
export function noteExchanges({ evidence }: Dossier): ExchangeNote[] {
  return evidence.map((item) => {
    const { label, index } = item.exchange;
    return {
      index,
      kind: item.kind,
      summary: summaryOf(item),
      ...(label ? { scenario: label.scenario, flow: label.flow } : {}),
      ...(label?.variant === undefined ? {} : { variant: label.variant }),
      deviations: item.facts.deviations,
    };
  });
}

function summaryOf({ exchange, kind, state, trouble }: Evidence): string {
  const { method, url } = exchange.request;
  const { answer } = exchange;
  const status = answer.response === undefined ? '' : `${answer.response.status} `;
  const came =
    state === 'success' ? (kind === 'probe' || kind === 'other' ? 'answered' : `${kind} succeeded`) : trouble;
  return `${method} ${url} → ${status}${came}`.trim();
}
