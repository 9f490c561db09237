import type { Check } from '../../engine/rule/check.ts';
import { nearest } from '../../device/target/suggest.ts';
import { UsageError } from './usage-error.ts';

/** The checks of a run or an audit, and the filters that selected them. */
export interface Selection {
  readonly checks: readonly Check[];
  /** Such as `suite=discovery`; empty for all checks. */
  readonly filters: readonly string[];
}

/** The checks that `--suite` and `--check` select. Throws `UsageError` for a name that does not exist. */
export function selectChecks(
  all: readonly Check[],
  options: { readonly suite?: string; readonly check?: string },
): Selection {
  const phases = words(options.suite, '--suite');
  const ids = words(options.check, '--check');
  const known = [...new Set(all.map(({ id }) => phaseOf(id)))];
  for (const phase of phases) refuseUnknown(phase, known, '--suite');
  for (const id of ids)
    refuseUnknown(
      id,
      all.map((check) => check.id),
      '--check',
    );
  const checks = all.filter(
    ({ id }) => (phases.length === 0 || phases.includes(phaseOf(id))) && (ids.length === 0 || ids.includes(id)),
  );
  if (checks.length === 0) throw new UsageError('--suite and --check have no check in common');
  return { checks, filters: [...phases.map((phase) => `suite=${phase}`), ...ids.map((id) => `check=${id}`)] };
}

/** Throws `UsageError` for a word that is not known; the message suggests the nearest known one. */
export function refuseUnknown(word: string, known: readonly string[], from: string): void {
  if (known.includes(word)) return;
  const meant = nearest(word, known);
  const allowed = known.length <= 15 ? `allowed: ${known.join(', ')}` : '"list checks" shows what there is';
  throw new UsageError(`${from}: there is no "${word}"; ${meant ? `did you mean "${meant}"?` : allowed}`);
}

/** Throws `UsageError` for an empty list, such as an unset variable of a shell: it would select all checks. */
function words(list: string | undefined, from: string): string[] {
  if (list === undefined) return [];
  const found = list.split(',').map((word) => word.trim());
  if (found.every((word) => word === '')) throw new UsageError(`${from} names nothing; leave it out to judge all`);
  return found.filter((word) => word !== '');
}

function phaseOf(id: string): string {
  return id.split('/')[0] ?? '';
}
