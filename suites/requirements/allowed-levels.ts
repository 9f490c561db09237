import type { Level } from '../../harness/engine/rule/check.ts';
import type { Question, Requirement } from './requirement.ts';

const strengths = { FAIL: 'MUST', WARN: 'SHOULD', INFO: 'MAY' } as const satisfies Record<Question['strength'], Level>;

const order: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/**
 * The levels that a check on this row may have, strongest first.
 *
 * - MUST, must, schema and their negations allow MUST; SHOULD and should allow SHOULD; MAY allows MAY.
 * - `impl` allows MUST if security depends on it or Windows was seen to fail on it (docs/decisions/0018-kinds-of-must.md), and SHOULD
 *   otherwise. If the row is from memory (`M`), it allows MAY instead of SHOULD.
 * - A row that its sources contradict (`S!`) allows SHOULD as well.
 * - An open question that decides the row replaces all this by its strength (FAIL is MUST, WARN is SHOULD, INFO is MAY).
 * - An open question about a part of the row adds its strength: one check may judge that part, and another check the rest.
 */
export function allowedLevels(row: Requirement): readonly Level[] {
  const { question, confidence } = row;
  if (question?.bears === 'row') return [strengths[question.strength]];
  const levels = new Set<Level>(ownLevels(row));
  if (question) levels.add(strengths[question.strength]);
  else if (confidence === 'S!') levels.add('SHOULD');
  return order.filter((level) => levels.has(level));
}

/**
 * The levels at which a check verifies a row: that of the row itself, whatever weaker reading of it may be warned about, or that of the
 * question which decides it. Any level that an `impl` row allows is its own.
 */
export function verifyingLevels({ question, ...row }: Requirement): readonly Level[] {
  return question?.bears === 'row' ? [strengths[question.strength]] : ownLevels(row);
}

function ownLevels({ level, confidence }: Pick<Requirement, 'level' | 'confidence'>): readonly Level[] {
  switch (level) {
    case 'MUST':
    case 'MUST NOT':
    case 'must':
    case 'must NOT':
    case 'schema':
      return ['MUST'];
    case 'SHOULD':
    case 'should':
    case 'should NOT':
      return ['SHOULD'];
    case 'MAY':
      return ['MAY'];
    case 'impl':
      return confidence === 'M' ? ['MUST', 'MAY'] : ['MUST', 'SHOULD'];
  }
}
