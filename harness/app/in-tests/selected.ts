import type { Check } from '../../engine/rule/check.ts';
import { selectChecks } from '../cli/selection.ts';
import { UsageError } from '../cli/usage-error.ts';
import { WrongOption } from './wrong-option.ts';

/** Those of `all` that `only` names, by ids or patterns. Throws `WrongOption` for what names none. */
export function selected(only: readonly string[], all: readonly Check[]): readonly Check[] {
  try {
    return selectChecks(all, { check: only.join(',') }).checks;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new WrongOption(error.message.replace('--check', '"only"'));
  }
}
