import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { count } from './units.ts';
import { reasonOf } from './wording.ts';

/** Why some checks could not be judged, and which. */
export interface OpenReason {
  readonly reason: string;
  readonly members: readonly Judgement[];
}

/** `163 checks (46 MUST) could not be judged: the recording does not show them`; undefined if all were. */
export function unjudgedSentence(results: Results): string | undefined {
  const reasons = reasonsOf(results);
  const [first] = reasons;
  if (!first) return undefined;
  const others = reasons.length - 1;
  const why =
    results.scope.profile === undefined
      ? 'the recording does not show them'
      : `${first.reason}${others > 0 ? `, and for ${count(others, 'other reason')}` : ''}`;
  return `${tally(reasons.flatMap(({ members }) => members))} could not be judged: ${why}`;
}

/** Each reason once, that of most MUSTs first. */
export function reasonsOf({ judgements }: Results): readonly OpenReason[] {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements.filter(({ outcome }) => outcome === 'inconclusive')) {
    const reason = briefReason(judgement);
    const members = groups.get(reason) ?? [];
    members.push(judgement);
    groups.set(reason, members);
  }
  return [...groups]
    .map(([reason, members]) => ({ reason, members }))
    .toSorted((one, other) => mustsIn(other.members) - mustsIn(one.members));
}

/** `12 checks (3 MUST)`. */
export function tally(members: readonly Judgement[]): string {
  return `${count(members.length, 'check')} (${mustsIn(members)} MUST)`;
}

/** What waits for another check waits for one thing, whatever each lacks. */
function briefReason(judgement: Judgement): string {
  return judgement.blockedBy === undefined
    ? reasonOf(judgement)
    : `${judgement.blockedBy} failed, which they depend on`;
}

function mustsIn(members: readonly Judgement[]): number {
  return members.filter(({ level }) => level === 'MUST').length;
}
