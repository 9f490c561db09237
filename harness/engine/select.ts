import type { Check, EvidenceFor, Needs, NeedsAcross, NeedsEach, NeedsFlow, Want } from './check.ts';
import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';
import { answerChecks } from './kind.ts';
import type { Kind } from './kind.ts';

/** One thing to judge: the evidence for it, or why there is none. */
export type Match<N extends Needs = Needs> =
  | { readonly kind: 'evidence'; readonly evidence: EvidenceFor<N>; readonly exchanges: readonly number[] }
  | {
      readonly kind: 'unusable';
      readonly reason: string;
      readonly blockedBy?: string;
      readonly exchanges: readonly number[];
    };

/** Everything in a session that a check is to be judged on; empty when nothing matches. */
export function select(check: Check, dossier: Dossier): Match[] {
  const { needs } = check;
  if ('flow' in needs) return selectFlows(needs, dossier);
  if ('across' in needs) return selectAcross(needs, dossier);
  return selectEach(needs, dossier);
}

/** Why nothing matched, and whether that is the server's right (`inapplicable`) or a hole in the evidence. */
export function absence(check: Check, dossier: Dossier): { outcome: 'inapplicable' | 'inconclusive'; reason: string } {
  const { needs } = check;
  const kinds = 'flow' in needs ? needs.flow : 'across' in needs ? [needs.across].flat() : [needs.each].flat();
  if (kinds.every((kind) => kind === 'get-policies') && hasNoPolicyService(dossier)) {
    return { outcome: 'inapplicable', reason: 'applies when the server offers a policy service' };
  }
  const what = 'flow' in needs ? 'exchange' : wanted(needs);
  const where = dossier.foreign ? 'the recording holds' : 'the run brought';
  return { outcome: 'inconclusive', reason: `${where} no ${what} of kind ${kinds.join(', ')}` };
}

function wanted({ want, where }: NeedsEach | NeedsAcross): string {
  if (where) return `answer to a request with deviation ${where.deviation}`;
  return want === 'fault' ? 'fault' : want === 'refusal' ? 'refusal' : 'usable answer';
}

function hasNoPolicyService({ evidence }: Dossier): boolean {
  const discovered = evidence.filter(({ kind, state }) => kind === 'discover' && state === 'success');
  const isWithout = ({ payload }: Evidence): boolean => {
    const url = payload.find('d:DiscoverResult/d:EnrollmentPolicyServiceUrl');
    return url === undefined || url.isNil || url.text.trim() === '';
  };
  return discovered.length > 0 && discovered.every(isWithout);
}

function selectEach(needs: NeedsEach, { evidence, foreign }: Dossier): Match[] {
  const kinds: readonly Kind[] = [needs.each].flat();
  const candidates = evidence.filter(({ kind }) => kinds.includes(kind));
  const { where } = needs;
  if (where) {
    return candidates
      .filter(({ facts }) => facts.deviations.includes(where.deviation))
      .map((item) => matchNegative(item, evidence));
  }
  return candidates.flatMap((item) => {
    const fit = fitOf(item, needs.want ?? 'success', foreign);
    if (fit === 'match') return [match(item)];
    return fit === 'unusable' ? [unusable(item)] : [];
  });
}

/** Subjects of a refusal that say nothing about the deviation: caps, licences, maintenance. */
const unrelatedRefusals = new Set(['DeviceCapReached', 'UserLicense', 'InMaintenance']);

/**
 * A negative counts only beside valid requests that succeed: the controls of its flow, or in a stranger's recording any
 * success of its kind. A server that refuses everything proves nothing by refusing this one too.
 */
function matchNegative(item: Evidence, evidence: readonly Evidence[]): Match {
  const { label, index, answer } = item.exchange;
  const controls = label
    ? evidence.filter(({ exchange }) => exchange.label?.control && exchange.label.flow === label.flow)
    : evidence.filter(({ kind, state }) => kind === item.kind && state === 'success').slice(0, 1);
  const failed = controls.find(({ state }) => state !== 'success');
  const status = answer.response?.status ?? 0;
  const isUnrelated = item.state === 'fault' && unrelatedRefusals.has(item.fault.errorType ?? '');
  if (failed) return unusable(failed);
  if (controls.length === 0) {
    return { kind: 'unusable', reason: `no valid request succeeded beside exchange ${index}`, exchanges: [index] };
  }
  if (isUnrelated || status === 429 || status === 503) {
    return {
      kind: 'unusable',
      reason: `exchange ${index} was refused for another state of the server`,
      exchanges: [index],
    };
  }
  return match(item);
}

type Fit = 'match' | 'unusable' | 'none';

function fitOf(item: Evidence, want: Want, foreign: boolean): Fit {
  const deviates = item.facts.deviations.length > 0;
  switch (want) {
    case 'refusal':
      return deviates && item.state !== 'success' ? 'match' : 'none';
    case 'fault':
      return item.state === 'fault' ? 'match' : 'none';
    case 'attempt':
      return deviates || isServersRight(item, foreign) ? 'none' : 'match';
    case 'answered':
      if (item.state === 'success') return 'match';
      if (deviates || isServersRight(item, foreign)) return 'none';
      return item.exchange.answer.response === undefined ? 'unusable' : 'match';
    case 'success':
      if (item.state === 'success') return 'match';
      return deviates || isServersRight(item, foreign) ? 'none' : 'unusable';
  }
}

const rightfulRefusals = new Set(['Authentication', 'Authorization', 'InvalidSecurity']);

/**
 * In a stranger's recording nobody says that the credential was right or the user allowed: a refusal on these grounds is
 * then no evidence of a defect.
 */
function isServersRight(item: Evidence, foreign: boolean): boolean {
  if (!foreign || item.kind === 'probe' || item.kind === 'discover') return false;
  if (item.state !== 'fault') return [401, 403].includes(item.exchange.answer.response?.status ?? 0);
  return item.fault.errorType !== undefined || rightfulRefusals.has(item.fault.subcode ?? '');
}

function match(item: Evidence): Match {
  return { kind: 'evidence', evidence: item, exchanges: [item.exchange.index] };
}

function unusable(item: Evidence): Match {
  return {
    kind: 'unusable',
    reason: `exchange ${item.exchange.index} brought ${item.trouble}`,
    ...(item.kind === 'other' ? {} : { blockedBy: answerChecks[item.kind] }),
    exchanges: [item.exchange.index],
  };
}

function selectFlows({ flow }: NeedsFlow, dossier: Dossier): Match[] {
  const last = flow.at(-1);
  return dossier.flows
    .filter(({ members }) => flow.every((kind) => members.some((item) => item.kind === kind)))
    .filter(({ members }) => members.some((item) => item.kind === last && item.facts.deviations.length === 0))
    .map(({ steps, members }): Match => {
      const missing = flow.find((kind) => !steps.has(kind));
      if (missing !== undefined) {
        const culprit = members.findLast((item) => item.kind === missing);
        return culprit ? unusable(culprit) : { kind: 'unusable', reason: `no ${missing} succeeded`, exchanges: [] };
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

function selectAcross(needs: NeedsAcross, { evidence, foreign }: Dossier): Match[] {
  const { across, atLeast, want = 'success', where } = needs;
  const kinds: readonly Kind[] = [across].flat();
  const all = evidence.filter(({ kind }) => kinds.includes(kind));
  const fitting = all.filter((item) =>
    where ? item.facts.deviations.includes(where.deviation) : fitOf(item, want, foreign) === 'match',
  );
  if (all.length === 0 || (where && fitting.length === 0)) return [];
  const blocked = where && fitting.map((item) => matchNegative(item, evidence)).find(({ kind }) => kind === 'unusable');
  if (blocked) return [blocked];
  const exchanges = fitting.map(({ exchange }) => exchange.index);
  if (fitting.length >= atLeast) return [{ kind: 'evidence', evidence: fitting, exchanges }];
  const failed = all.find(({ state, facts }) => state !== 'success' && facts.deviations.length === 0);
  if (failed && want === 'success') return [unusable(failed)];
  const reason = `${fitting.length} of the ${atLeast} answers needed of kind ${kinds.join(', ')} were recorded`;
  return [{ kind: 'unusable', reason, exchanges }];
}
