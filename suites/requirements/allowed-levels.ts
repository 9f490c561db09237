import type { Level } from '../../harness/engine/rule/check.ts';
import type { Question, Requirement } from './requirement.ts';

const strengths = { FAIL: 'MUST', WARN: 'SHOULD', INFO: 'MAY' } as const satisfies Record<Question['strength'], Level>;

const order: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/**
 * The levels that a check on this row may carry, strongest first.
 *
 * - MUST, must, schema and their negations allow MUST; SHOULD and should allow SHOULD; MAY allows MAY.
 * - `impl` allows MUST, for what would fail a device or its user, spoil a certificate or grant access wrongly, and SHOULD for
 *   the rest; where the row is from memory (`M`), the rest is MAY instead.
 * - A row that its sources contradict (`S!`) may be judged as a SHOULD as well.
 * - An open question that decides the row replaces all this by its strength (FAIL is MUST, WARN is SHOULD, INFO is MAY); one
 *   that bears on a part of the row adds its strength, since one check may judge that part and another the rest.
 */
export function allowedLevels(row: Requirement): readonly Level[] {
  const { question, confidence } = row;
  if (question?.bears === 'row') return [strengths[question.strength]];
  const levels = new Set<Level>(ownLevels(row));
  if (question) levels.add(strengths[question.strength]);
  else if (confidence === 'S!') levels.add('SHOULD');
  return order.filter((level) => levels.has(level));
}

function ownLevels({ level, confidence }: Requirement): readonly Level[] {
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
