import type { Exchange } from '../wire/exchange/exchange.ts';

/** Exchanges as a third party records them: without what a run of ours says of each. */
export function asThirdParty(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.map(({ label, ...rest }) => (label ? rest : rest));
}
