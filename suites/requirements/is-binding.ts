import type { Requirement } from './requirement.ts';

const binding: readonly Requirement['level'][] = ['MUST', 'MUST NOT', 'must', 'must NOT', 'schema'];

/** Whether a document says MUST or must of the row, or its schema demands it. */
export function isBinding({ level }: Pick<Requirement, 'level'>): boolean {
  return binding.includes(level);
}
