import { isOfRefusedForm } from '../../evidence/accepted-forms.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Kind } from '../../evidence/kind.ts';
import { isUnsent } from '../../evidence/unanswered.ts';
import { fitOf } from '../answer-filter.ts';
import { unusable } from '../match.ts';
import { lacking } from './lacking.ts';
import type { Reason } from './question.ts';
import { inOrder, wayTo } from './way.ts';

/** A valid request of the run failed on the way to these kinds: the first one of the last kind that never succeeded. */
export const failedOnTheWay: Reason = (question) => {
  const { kinds, dossier } = question;
  if (dossier.thirdParty) return undefined;
  const { evidence } = dossier;
  const way = inOrder(wayTo(kinds));
  const isAnswered = (kind: Kind): boolean => evidence.some((item) => item.kind === kind && item.state === 'success');
  /** Another form took the place of a refused one, so the way goes on behind it. */
  const isPassed = (item: Evidence): boolean =>
    isOfRefusedForm(item, evidence) && (isAnswered(item.kind) || !kinds.includes(item.kind));
  const failed = evidence.filter(
    (item) =>
      way.includes(item.kind) &&
      item.state !== 'success' &&
      fitOf(item, 'attempt', dossier) !== 'none' &&
      !isUnsent(item) &&
      !isPassed(item),
  );
  const end = way.findLast((kind) => !isAnswered(kind) && failed.some((item) => item.kind === kind));
  // Where a kind was answered once, its other refusals are no reason to doubt a condition.
  if (question.isPartial && end === undefined) return undefined;
  const cause = failed.find(({ kind }) => end === undefined || kind === end);
  if (!cause) return undefined;
  const { reason, blockedBy } = unusable(cause, evidence);
  if (blockedBy === undefined) return { outcome: 'inconclusive', reason };
  return { outcome: 'inconclusive', reason: `${lacking(question)}: ${reason}`, blockedBy };
};
