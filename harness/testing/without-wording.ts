import type { RequirementNote } from '../engine/verdict/results.ts';

/** In place of the words of a requirement, on which no outcome depends. */
export function withoutWording(id: string): RequirementNote {
  return { id, rule: '', source: '', binds: false };
}
