import type { Results } from '../../harness/engine/verdict/results.ts';

/** When a run began and ended, in milliseconds since 1970. A library user may have given no time; a format that must have one gets 1970. */
export function timesOf({ run }: Results): { readonly start: number; readonly end: number } {
  const parsed = Date.parse(run.startedAt);
  const start = Number.isNaN(parsed) ? 0 : parsed;
  return { start, end: Math.round(start + run.durationMs) };
}

/** The same as ISO 8601 in UTC. */
export function instantsOf(results: Results): { readonly start: string; readonly end: string } {
  const { start, end } = timesOf(results);
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}
