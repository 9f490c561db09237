import type { TargetDescription } from './target-description.ts';

/** What a scenario may need of the target file besides a user: without it, the scenario is left out. */
export type Given = 'links';

/** What a target gives. */
export function givensOf({ links = [] }: Pick<TargetDescription, 'links'>): readonly Given[] {
  return links.length > 0 ? ['links'] : [];
}
