import type { Basis, Level } from '../../harness/engine/rule/check.ts';
import { allowedLevels } from '../../suites/requirements/catalogue.ts';
import type { Requirement } from '../../suites/requirements/catalogue.ts';

/** What a new check on a row claims, until its author can prove more. */
export interface StartingPoint {
  readonly level: Level;
  readonly basis: Basis;
  /** Why this level, and what a stronger one needs. */
  readonly reason: string;
}

/** The weakest level that the row allows, and the basis that its source suggests. */
export function startingPoint(row: Requirement): StartingPoint {
  const allowed = allowedLevels(row);
  const level = allowed.at(-1) ?? 'MAY';
  const choice = allowed.length === 1 ? `the one level that ${row.id} allows` : `the weakest of ${allowed.join(', ')}`;
  const needsProof = row.level === 'impl' && level !== 'MUST' && allowed.includes('MUST');
  const proof = needsProof
    ? `. No document states ${row.id}: a MUST needs the HRESULT with which a device fails, or a security reason`
    : '';
  return { level, basis: basisOf(row), reason: `${level}, ${choice}${proof}` };
}

function basisOf({ level, confidence, question }: Requirement): Basis {
  if (question || confidence === 'S!') return 'interoperability';
  if (level === 'impl') return 'windows';
  return level === 'schema' || level === level.toUpperCase() ? 'specification' : 'documentation';
}
