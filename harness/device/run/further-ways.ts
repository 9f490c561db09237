import { openDossier } from '../../engine/evidence/dossier.ts';
import { offeredWaysIn } from '../../engine/evidence/offered-ways.ts';
import type { OfferedWays } from '../../engine/evidence/offered-ways.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import type { Scenario } from './scenario.ts';

/** What a run knows of the ways of its server. */
export interface FurtherWays {
  /** Whether a scenario is worth driving; of a further way, nobody knows before the server was asked. */
  readonly isDue: (scenario: Scenario) => boolean;
  /** Takes what was recorded so far. */
  readonly learn: (exchanges: readonly Exchange[]) => void;
}

/** Whether a scenario is the first of a further way: it shows how often the tokens of that way may be used. */
export function isEntrance({ isFurther, id }: Scenario, [first]: readonly Scenario[]): boolean {
  return isFurther === true && id === first?.id;
}

/** At the beginning of a run: no further way is worth driving. */
export function createFurtherWays(): FurtherWays {
  let known: OfferedWays | undefined;
  return {
    isDue: ({ isFurther, way }) =>
      isFurther !== true || (way !== undefined && way !== known?.chosen && known?.offered.has(way) === true),
    learn: (exchanges) => {
      using dossier = openDossier({ exchanges });
      known = offeredWaysIn(dossier.evidence);
    },
  };
}
