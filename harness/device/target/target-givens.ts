import type { TargetDescription } from './target-description.ts';

/** What a scenario may need of the target file besides a user: without it, the scenario is left out. */
export type Given = 'links' | 'programmatic';

/** What a target gives. */
export function givensOf({
  links = [],
  programmatic,
}: Pick<TargetDescription, 'links' | 'programmatic'>): readonly Given[] {
  return [...(links.length > 0 ? ['links' as const] : []), ...(programmatic ? ['programmatic' as const] : [])];
}
