import type { RequirementNote } from '../engine/verdict/results.ts';
import { isBinding, requirement, sourceText } from '../../suites/requirements/catalogue.ts';

/** A row of the catalogue as a report shows it; throws where it does not exist. */
export function catalogueNote(id: string): RequirementNote {
  const row = requirement(id);
  return { id, rule: row.rule, source: sourceText(row), binds: isBinding(row) };
}
