import { openDossier } from '../../engine/evidence/dossier.ts';
import type { Dossier } from '../../engine/evidence/dossier.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';

/** Whether something can be said of the exchanges; of none, nothing can. */
export function isTrueOf(says: (dossier: Dossier) => boolean, exchanges: readonly Exchange[]): boolean {
  if (exchanges.length === 0) return false;
  using dossier = openDossier({ exchanges });
  return says(dossier);
}
