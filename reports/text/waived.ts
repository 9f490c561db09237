import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { WaiverState, WaiverUse } from '../../harness/engine/verdict/waiver.ts';
import { count } from './units.ts';

/** How many failed MUSTs are waived. */
export function waivedMusts({ judgements }: Pick<Results, 'judgements'>): number {
  return judgements.filter(({ waived, level }) => waived !== undefined && level === 'MUST').length;
}

/** What stands after the word of a verdict: `, 1 waiver expired, 3 waived until 2026-12-31`; nothing without waivers. */
export function waivedClause(results: Pick<Results, 'judgements' | 'waivers'>): string {
  const expired = (results.waivers ?? []).filter(({ state }) => state === 'expired').length;
  const number = waivedMusts(results);
  const [first] = results.judgements
    .flatMap(({ waived, level }) => (waived !== undefined && level === 'MUST' ? [waived.until] : []))
    .toSorted();
  return [
    ...(expired === 0 ? [] : [`, ${count(expired, 'waiver')} expired`]),
    ...(first === undefined ? [] : [`, ${number} waived until ${first}`]),
  ].join('');
}

/**
 * Whether a nonconformant run has nothing but waived failures among its MUSTs, and left nothing open: for formats that know a word between
 * success and failure. Neither a baseline nor `--fail-on` makes it so.
 */
export function isWaivedAsWhole(results: Results): boolean {
  const { verdict, counts, missingParts = [] } = results;
  const isOpen = counts.inconclusiveMust > 0 || counts.errored > 0 || missingParts.length > 0;
  return verdict === 'nonconformant' && !isOpen && counts.failedMust === waivedMusts(results);
}

/** `Waived until 2026-12-31 by A. Owner: the fix is in review`, one for each waiver; none for a check that is not waived. */
export function waivedSentences({ waived }: Pick<Judgement, 'waived'>): readonly string[] {
  return (waived?.by ?? []).map(({ owner, reason, expires }) => `Waived until ${expires} by ${owner}: ${reason}`);
}

const words: Readonly<Record<WaiverState, string>> = {
  expired: 'EXPIRED waiver',
  stale: 'Stale waiver',
  applied: 'Waived',
  unused: 'Waiver not used',
};

/** In the order of reports: what somebody has to act on comes first. */
export const waiverStates: readonly WaiverState[] = ['expired', 'stale', 'applied', 'unused'];

/** The waivers of a run in the order of reports. */
export function waiversInOrder({ waivers = [] }: Pick<Results, 'waivers'>): readonly WaiverUse[] {
  return waiverStates.flatMap((state) => waivers.filter((waiver) => waiver.state === state));
}

/** `EXPIRED waiver of discovery/answer, until 2026-01-31, by A. Owner: the fix is in review (it expired on 2026-01-31 …)`. */
export function waiverSentence({ state, check, expires, owner, reason, because, ...scope }: WaiverUse): string {
  const only = [scope.target, scope.auth, scope.variant].filter((part) => part !== undefined);
  const limit = only.length === 0 ? '' : ` (only ${only.join(', ')})`;
  return `${words[state]}: ${check}${limit}, until ${expires}, by ${owner}: ${reason} – ${because}`;
}
