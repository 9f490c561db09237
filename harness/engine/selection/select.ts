import type { Dossier } from '../evidence/dossier.ts';
import type { Kind } from '../evidence/kind.ts';
import { isUnsent } from '../evidence/unanswered.ts';
import type { Check, NeedsAcross, NeedsEach } from '../rule/check.ts';
import { fitOf } from './answer-filter.ts';
import { matchBound, matchesWhere } from './bound.ts';
import { match, unusable } from './match.ts';
import type { Match } from './match.ts';
import { selectFlows } from './select-flows.ts';

/** Everything in a session that a check is to be judged on; empty when nothing matches. */
export function select(check: Check, dossier: Dossier): Match[] {
  const { needs } = check;
  if ('flow' in needs) return selectFlows(needs, dossier);
  if ('across' in needs) return selectAcross(needs, dossier);
  return selectEach(needs, dossier);
}

function selectEach(needs: NeedsEach, dossier: Dossier): Match[] {
  const { evidence } = dossier;
  const kinds: readonly Kind[] = [needs.each].flat();
  const candidates = evidence.filter((item) => kinds.includes(item.kind) && !isUnsent(item));
  const { where } = needs;
  if (where) {
    return candidates.filter((item) => matchesWhere(item, where)).map((item) => matchBound(item, evidence));
  }
  return candidates.flatMap((item) => {
    const fit = fitOf(item, needs.filter ?? 'success', dossier);
    if (fit === 'match') return [match(item)];
    return fit === 'unusable' ? [unusable(item, evidence)] : [];
  });
}

function selectAcross(needs: NeedsAcross, dossier: Dossier): Match[] {
  const { evidence } = dossier;
  const { across, atLeast, filter = 'success', where } = needs;
  const kinds: readonly Kind[] = [across].flat();
  const all = evidence.filter((item) => kinds.includes(item.kind) && !isUnsent(item));
  const fitting = all.filter((item) => (where ? matchesWhere(item, where) : fitOf(item, filter, dossier) === 'match'));
  if (all.length === 0 || (where && fitting.length === 0)) return [];
  const blocked = where && fitting.map((item) => matchBound(item, evidence)).find(({ kind }) => kind === 'unusable');
  if (blocked) return [blocked];
  const exchanges = fitting.map(({ exchange }) => exchange.index);
  if (fitting.length >= atLeast) return [{ kind: 'evidence', evidence: fitting, exchanges }];
  const failed = filter === 'success' && all.find((item) => fitOf(item, filter, dossier) === 'unusable');
  if (failed) return [unusable(failed, evidence)];
  const reason = `the session has ${fitting.length} of the ${atLeast} needed answers of kind ${kinds.join(', ')}`;
  return [{ kind: 'unusable', reason, exchanges }];
}
