import type { Check } from './check.ts';

/**
 * What a MUST rests on. `specified`: a document says MUST or must of it, or its schema demands it. `security`: a server that departs from
 * it lets others in, or gives something away. `seen-on-windows`: Windows was seen to fail on it, in a report or recording that is public.
 */
export type MustKind = 'specified' | 'security' | 'seen-on-windows';

/** The kinds in the order of reports, with their names there. */
export const mustKinds: Readonly<Record<MustKind, string>> = {
  specified: 'specified',
  security: 'security',
  'seen-on-windows': 'seen on Windows',
};

/**
 * The kind of a MUST: the first that is true of it, in the order of `mustKinds`. `isSpecified` says whether a document binds the server to
 * one of its rows. A check of another level has none, and neither has a MUST that rests on nothing.
 */
export function kindOfMust(
  { level, basis, impact, seen }: Pick<Check, 'level' | 'basis' | 'impact' | 'seen'>,
  isSpecified: boolean,
): MustKind | undefined {
  if (level !== 'MUST') return undefined;
  if (isSpecified) return 'specified';
  if (basis === 'security' || impact.kind === 'security') return 'security';
  return seen === undefined ? undefined : 'seen-on-windows';
}
