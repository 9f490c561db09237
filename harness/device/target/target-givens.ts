import type { TargetDescription } from './target-description.ts';

/** What a scenario may need of the target file besides a user: without it, the scenario is left out. */
export type Given = 'links' | 'programmatic' | 'cleanup';

/** What a target gives. */
export function givensOf({
  links = [],
  programmatic,
  cleanup,
}: Pick<TargetDescription, 'links' | 'programmatic' | 'cleanup'>): readonly Given[] {
  return [
    ...(links.length > 0 ? ['links' as const] : []),
    ...(programmatic ? ['programmatic' as const] : []),
    ...(cleanup ? ['cleanup' as const] : []),
  ];
}
