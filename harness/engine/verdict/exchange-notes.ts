import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isSoapKind, soapMessages } from '../evidence/kind.ts';
import type { Kind } from '../evidence/kind.ts';
import type { ExchangeNote } from './results.ts';

/** One sentence for each exchange, including those that are not enrollment traffic. */
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

function summaryOf({ exchange, kind, facts, state, trouble }: Evidence): string {
  const { method, url } = exchange.request;
  const { response } = exchange.answer;
  const status = response === undefined || response.status === 0 ? '' : `${response.status}, `;
  return `${method} ${url} → ${status}${cameOf(kind, facts.deviations.length > 0, state, trouble)}`;
}

function cameOf(kind: Kind, isMeant: boolean, state: Evidence['state'], trouble: string): string {
  if (kind === 'throttled') return `${trouble}, refused for a limit of the server and sent again later`;
  if (kind === 'other' && !isMeant) return 'not enrollment traffic, ignored';
  if (state !== 'success') return trouble;
  return isSoapKind(kind) ? soapMessages[kind].response.name : 'answered';
}
