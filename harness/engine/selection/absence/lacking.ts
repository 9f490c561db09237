import type { NeedsAcross, NeedsEach } from '../../rule/check.ts';
import type { Question } from './question.ts';

/** What did not come, as a sentence without a full stop: `the run got no fault of kind issue`. */
export function lacking({ needs, kinds, dossier, isPartial }: Question): string {
  if (isPartial) return `the run lacks some of what its condition looks at (kinds ${kinds.join(', ')})`;
  const what = 'flow' in needs ? 'exchange' : nameOf(needs);
  const where = dossier.thirdParty ? 'the recording has' : 'the run got';
  return `${where} no ${what} of kind ${kinds.join(', ')}`;
}

function nameOf({ filter, where }: NeedsEach | NeedsAcross): string {
  if (where) {
    return 'deviation' in where
      ? `answer to a request with deviation ${[where.deviation].flat().join(' or ')}`
      : `variant of ${where.family}`;
  }
  return filter === 'fault' || filter === 'refusal' ? filter : 'usable answer';
}
