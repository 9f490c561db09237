import type { Dossier } from '../evidence/dossier.ts';
import { isOfRefusedForm } from '../evidence/accepted-forms.ts';
import { isPrepared } from '../evidence/declared-state.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isServersRight } from './servers-right.ts';
import { isEarlyRefusal } from '../evidence/renewal-offer.ts';
import { isOddRequest } from '../evidence/odd-request.ts';
import { isUnrecorded } from '../evidence/unanswered.ts';
import { isWithoutHttp } from '../evidence/without-http.ts';
import type { AnswerFilter } from '../rule/check.ts';
import { neverAnswered } from './bound.ts';
import { isRefusedForNow } from './server-states.ts';

/** Whether an exchange is one that a check is judged on, should have been one and cannot be used, or is none of its business. */
export type Fit = 'match' | 'unusable' | 'none';

type Recorded = Pick<Dossier, 'evidence' | 'thirdParty'>;

interface Candidate {
  readonly item: Evidence;
  readonly deviates: boolean;
  /** The server need not answer this: the request deviates, or it may be refused. */
  readonly mayBeRefused: boolean;
  readonly isRefusedForNow: () => boolean;
  /** No valid request of its kind was answered, so that the same words to a wrong one say nothing of it. */
  readonly isUnproven: () => boolean;
  /** The server accepts another form of the same message, and its answer check says that it refuses this one. */
  readonly isOfRefusedForm: () => boolean;
}

/** What each filter takes, and what it misses. */
const filters: Readonly<Record<AnswerFilter, (candidate: Candidate) => Fit>> = {
  refusal: ({ item, deviates, isUnproven }) => {
    if (!deviates || item.state === 'success') return 'none';
    return item.state !== 'fault' && isUnproven() ? 'unusable' : 'match';
  },
  response: ({ item }) => (item.exchange.answer.response === undefined ? 'none' : 'match'),
  fault: ({ item }) => (item.state === 'fault' ? 'match' : 'none'),
  attempt: ({ mayBeRefused, isRefusedForNow }) => (mayBeRefused ? 'none' : isRefusedForNow() ? 'unusable' : 'match'),
  answered: ({ item, mayBeRefused, isRefusedForNow }) => {
    if (item.state === 'success') return 'match';
    if (mayBeRefused) return 'none';
    return item.exchange.answer.response === undefined || isRefusedForNow() ? 'unusable' : 'match';
  },
  success: ({ item, mayBeRefused, isOfRefusedForm: isOther }) =>
    item.state === 'success' ? 'match' : mayBeRefused || item.state === 'page' || isOther() ? 'none' : 'unusable',
};

/** Holds an exchange against the filter of a check. */
export function fitOf(item: Evidence, filter: AnswerFilter, { evidence, thirdParty }: Recorded): Fit {
  if (isPrepared(item)) return 'none';
  const deviates = isExceptional(item);
  if (isUnrecorded(item)) return deviates && filter !== 'refusal' ? 'none' : 'unusable';
  if (isWithoutHttp(item.exchange) && ofHttp.includes(filter)) return deviates ? 'none' : 'unusable';
  if (isOddRequest(item) && !onAnyRequest.includes(filter)) return 'none';
  return filters[filter]({
    item,
    deviates,
    mayBeRefused: deviates || isEarlyRefusal(item) || (thirdParty && isServersRight(item, evidence)),
    isRefusedForNow: () => isRefusedForNow(item, evidence),
    isUnproven: () => neverAnswered(item.kind, evidence) !== undefined,
    isOfRefusedForm: () => isOfRefusedForm(item, evidence),
  });
}

/** Filters for what HTTP made of a request, beyond its message. A check of any response that reads HTTP finds none. */
const ofHttp: readonly AnswerFilter[] = ['attempt', 'answered'];

/** Filters for answers whose request need not be one that a device sends. */
const onAnyRequest: readonly AnswerFilter[] = ['refusal', 'response', 'fault'];

/** Not a plain valid request: it deviates, or it is a variant whose family has a check of its own. */
export function isExceptional({ facts, exchange }: Evidence): boolean {
  const { label } = exchange;
  return facts.deviations.length > 0 || (label?.family !== undefined && label.control !== true);
}
