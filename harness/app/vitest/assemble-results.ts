import { openDossier } from '../../engine/evidence/dossier.ts';
import type { Judgement, Results } from '../../engine/verdict/results.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { resultsOf } from '../assess.ts';
import type { Occasion } from '../assess.ts';
import { checks } from '../../../suites/index.ts';

/**
 * Makes the results document of the judgements that the tests stored, in the order of the registry, whatever order the workers
 * had. If vitest ran only some tests, the results say so.
 */
export function assembleResults(left: readonly Judgement[], session: Session, occasion: Occasion): Results {
  const byCheck = new Map<string, Judgement>(left.map((judgement) => [judgement.check, judgement]));
  const judgements = checks.flatMap(({ id }) => byCheck.get(id) ?? []);
  const selected = checks.filter(({ id }) => byCheck.has(id));
  using dossier = openDossier(narrowedTo(selected.length, session));
  return resultsOf(dossier, selected, judgements, occasion);
}

function narrowedTo(count: number, session: Session): Session {
  if (!session.meta || count === checks.length) return session;
  const filters = [...session.meta.filters, `${count} of ${checks.length} checks`];
  return { ...session, meta: { ...session.meta, filters } };
}
