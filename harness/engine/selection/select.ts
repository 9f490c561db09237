import { matchesWhere, matchBound } from './bound.ts';
import type { Check, Needs, NeedsAcross, NeedsEach, NeedsFlow, AnswerFilter } from '../rule/check.ts';
import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Kind } from '../evidence/kind.ts';
import { match, unusable } from './match.ts';
import { isUnrecorded, isUnsent } from '../evidence/unanswered.ts';
import type { Match } from './match.ts';
import { absentRenewal, isEarlyRefusal } from '../evidence/renewal-offer.ts';
import { absentSearch } from './searches.ts';
import { absentState, isRefusedForNow } from './server-states.ts';
import { isPrepared } from '../evidence/declared-state.ts';

/** Everything in a session that a check is to be judged on; empty when nothing matches. */
export function select(check: Check, dossier: Dossier): Match[] {
  const { needs } = check;
  if ('flow' in needs) return selectFlows(needs, dossier);
  if ('across' in needs) return selectAcross(needs, dossier);
  return selectEach(needs, dossier);
}

/** That a check has nothing to judge. */
export interface Absence {
  readonly outcome: 'inapplicable' | 'inconclusive';
  readonly reason: string;
  /** The check that says why nothing came. */
  readonly blockedBy?: string;
}

/** Why nothing matched, and whether that is the server's right (`inapplicable`) or a hole in the evidence. */
export function absence(check: Check, dossier: Dossier): Absence {
  const { needs } = check;
  const state = absentState(deviationsOf(needs), dossier);
  if (state) return state;
  const kinds: readonly Kind[] = 'flow' in needs ? needs.flow : ['across' in needs ? needs.across : needs.each].flat();
  const search = absentSearch(kinds, dossier);
  if (search !== undefined) return { outcome: 'inapplicable', reason: search };
  const isAboutPolicies =
    'flow' in needs ? kinds.includes('get-policies') : kinds.every((kind) => kind === 'get-policies');
  if (isAboutPolicies && hasNoPolicyService(dossier)) {
    return { outcome: 'inapplicable', reason: 'applies when the server offers a policy service' };
  }
  const isAboutRenewal = 'flow' in needs ? kinds.includes('renew') : kinds.every((kind) => kind === 'renew');
  const renewal = isAboutRenewal ? absentRenewal(dossier) : undefined;
  if (renewal) return renewal;
  const what = 'flow' in needs ? 'exchange' : wanted(needs);
  const where = dossier.thirdParty ? 'the recording holds' : 'the run brought';
  const absent = `${where} no ${what} of kind ${kinds.join(', ')}`;
  const why = leftOut(needs, kinds, dossier);
  const cause = why === '' ? brokenOff(kinds, dossier) : undefined;
  if (cause?.kind !== 'unusable') return { outcome: 'inconclusive', reason: `${absent}${why}` };
  const { reason, blockedBy } = cause;
  if (blockedBy === undefined) return { outcome: 'inconclusive', reason };
  return { outcome: 'inconclusive', reason: `${absent}: ${reason}`, blockedBy };
}

const path: readonly Kind[] = ['probe', 'discover', 'get-policies', 'issue', 'renew'];

/** Why the devices of this run came to no more: a valid request that failed on the way to these kinds, the last sort that never succeeded. */
function brokenOff(kinds: readonly Kind[], { evidence, thirdParty }: Dossier): Match | undefined {
  if (thirdParty) return undefined;
  const way = path.slice(0, Math.max(...kinds.map((kind) => path.indexOf(kind))) + 1);
  const failed = evidence.filter(
    (item) =>
      way.includes(item.kind) &&
      item.state !== 'success' &&
      fitOf(item, 'attempt', { evidence, thirdParty }) !== 'none' &&
      !isUnsent(item),
  );
  const isAnswered = (kind: Kind): boolean => evidence.some((item) => item.kind === kind && item.state === 'success');
  const end = way.findLast((kind) => !isAnswered(kind) && failed.some((item) => item.kind === kind));
  const cause = failed.find(({ kind }) => end === undefined || kind === end);
  return cause && unusable(cause, evidence);
}

function deviationsOf(needs: Needs): readonly string[] {
  if ('flow' in needs || !needs.where || !('deviation' in needs.where)) return [];
  return [needs.where.deviation].flat();
}

/** What a request of this kind leaves behind on the server, beyond reading. */
const effects: Readonly<Partial<Record<Kind, string>>> = { issue: 'enroll', renew: 'renew', manage: 'enroll' };

/**
 * A clause that says so where the run was not allowed to ask for one of the kinds. A wrong request may belong to a scenario
 * that was left out whatever its kind is: a server that accepts it would enroll.
 */
function leftOut(needs: Needs, kinds: readonly Kind[], { session }: Dossier): string {
  const allowed = session.meta?.effects;
  if (!allowed) return '';
  const costs = [...kinds.map((kind) => effects[kind]), deviationsOf(needs).length > 0 ? 'enroll' : undefined];
  const isLeftOut = costs.some((effect) => effect !== undefined && !allowed.includes(effect));
  return isLeftOut ? `: left out by --effects ${allowed.join(',')}` : '';
}

function wanted({ filter, where }: NeedsEach | NeedsAcross): string {
  if (where)
    return 'deviation' in where
      ? `answer to a request with deviation ${[where.deviation].flat().join(' or ')}`
      : `variant of ${where.family}`;
  return filter === 'fault' ? 'fault' : filter === 'refusal' ? 'refusal' : 'usable answer';
}

function hasNoPolicyService({ evidence }: Dossier): boolean {
  const discovered = evidence.filter(({ kind, state }) => kind === 'discover' && state === 'success');
  const isWithout = ({ payload }: Evidence): boolean => {
    const url = payload.find('d:DiscoverResult/d:EnrollmentPolicyServiceUrl');
    return url === undefined || url.isNil || url.text.trim() === '';
  };
  return discovered.length > 0 && discovered.every(isWithout);
}

function selectEach(needs: NeedsEach, { evidence, thirdParty }: Dossier): Match[] {
  const kinds: readonly Kind[] = [needs.each].flat();
  const candidates = evidence.filter((item) => kinds.includes(item.kind) && !isUnsent(item));
  const { where } = needs;
  if (where) {
    return candidates.filter((item) => matchesWhere(item, where)).map((item) => matchBound(item, evidence));
  }
  return candidates.flatMap((item) => {
    const fit = fitOf(item, needs.filter ?? 'success', { evidence, thirdParty });
    if (fit === 'match') return [match(item)];
    return fit === 'unusable' ? [unusable(item, evidence)] : [];
  });
}

type Fit = 'match' | 'unusable' | 'none';

type Recorded = Pick<Dossier, 'evidence' | 'thirdParty'>;

function fitOf(item: Evidence, filter: AnswerFilter, { evidence, thirdParty }: Recorded): Fit {
  if (isPrepared(item)) return 'none';
  const deviates = isExceptional(item);
  if (isUnrecorded(item)) return deviates && filter !== 'refusal' ? 'none' : 'unusable';
  switch (filter) {
    case 'refusal':
      return deviates && item.state !== 'success' ? 'match' : 'none';
    case 'response':
      return item.exchange.answer.response === undefined ? 'none' : 'match';
    case 'fault':
      return item.state === 'fault' ? 'match' : 'none';
    case 'attempt':
      if (deviates || isServersRight(item, thirdParty)) return 'none';
      return isRefusedForNow(item, evidence) ? 'unusable' : 'match';
    case 'answered':
      if (item.state === 'success') return 'match';
      if (deviates || isServersRight(item, thirdParty)) return 'none';
      return item.exchange.answer.response === undefined || isRefusedForNow(item, evidence) ? 'unusable' : 'match';
    case 'success':
      if (item.state === 'success') return 'match';
      return deviates || isServersRight(item, thirdParty) ? 'none' : 'unusable';
  }
}

/** Not a plain valid request: it deviates, or it is a variant whose family has a check of its own. */
function isExceptional({ facts, exchange }: Evidence): boolean {
  const { label } = exchange;
  return facts.deviations.length > 0 || (label?.family !== undefined && label.control !== true);
}

const rightfulRefusals = new Set(['Authentication', 'Authorization', 'InvalidSecurity']);

/**
 * A server may refuse a renewal that comes too early. And in a third-party recording nobody says that the credential was right or the user allowed: a refusal on these grounds is
 * then no evidence of a defect.
 */
function isServersRight(item: Evidence, thirdParty: boolean): boolean {
  if (isEarlyRefusal(item)) return true;
  if (!thirdParty || item.kind === 'probe' || item.kind === 'discover') return false;
  if (item.state !== 'fault') return [401, 403].includes(item.exchange.answer.response?.status ?? 0);
  return item.fault.errorType !== undefined || rightfulRefusals.has(item.fault.subcode ?? '');
}

function selectFlows({ flow }: NeedsFlow, dossier: Dossier): Match[] {
  const last = flow.at(-1);
  return dossier.flows
    .filter(({ members }) => flow.every((kind) => members.some((item) => item.kind === kind)))
    .filter(({ members }) => members.some((item) => item.kind === last && !isExceptional(item)))
    .map(({ steps, members, ambiguous }): Match => {
      const [untraceable] = flow.filter((kind) => ambiguous?.has(kind));
      if (untraceable !== undefined) return undecided(untraceable, ambiguous?.get(untraceable) ?? []);
      const missing = flow.find((kind) => !steps.has(kind));
      if (missing !== undefined) {
        const culprit = members.findLast((item) => item.kind === missing);
        return culprit
          ? unusable(culprit, dossier.evidence)
          : { kind: 'unusable', reason: `no ${missing} succeeded`, exchanges: [] };
      }
      const evidence = flow.flatMap((kind) => steps.get(kind) ?? []);
      return {
        kind: 'evidence',
        // Every kind of `flow` has a step here, and a check can name no other.
        evidence: Object.fromEntries(evidence.map((item) => [item.kind, item])) as Readonly<Record<Kind, Evidence>>,
        exchanges: evidence.map(({ exchange }) => exchange.index),
      };
    });
}

function undecided(kind: Kind, candidates: readonly Evidence[]): Match {
  const exchanges = candidates.map(({ exchange }) => exchange.index);
  const which = `${exchanges.slice(0, -1).join(', ')} and ${exchanges.at(-1) ?? ''}`;
  return {
    kind: 'unusable',
    reason: `the recording does not tell which of the exchanges ${which} (${kind}) is of the same device`,
    exchanges,
  };
}

function selectAcross(needs: NeedsAcross, { evidence, thirdParty }: Dossier): Match[] {
  const { across, atLeast, filter = 'success', where } = needs;
  const kinds: readonly Kind[] = [across].flat();
  const all = evidence.filter((item) => kinds.includes(item.kind) && !isUnsent(item));
  const fitting = all.filter((item) =>
    where ? matchesWhere(item, where) : fitOf(item, filter, { evidence, thirdParty }) === 'match',
  );
  if (all.length === 0 || (where && fitting.length === 0)) return [];
  const blocked = where && fitting.map((item) => matchBound(item, evidence)).find(({ kind }) => kind === 'unusable');
  if (blocked) return [blocked];
  const exchanges = fitting.map(({ exchange }) => exchange.index);
  if (fitting.length >= atLeast) return [{ kind: 'evidence', evidence: fitting, exchanges }];
  const failed = all.find((item) => item.state !== 'success' && !isExceptional(item));
  if (failed && filter === 'success') return [unusable(failed, evidence)];
  const reason = `${fitting.length} of the ${atLeast} answers needed of kind ${kinds.join(', ')} were recorded`;
  return [{ kind: 'unusable', reason, exchanges }];
}
