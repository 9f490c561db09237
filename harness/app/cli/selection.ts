import type { Check } from '../../engine/rule/check.ts';
import { nearest } from '../../device/target/suggest.ts';
import { UsageError } from './usage-error.ts';

/** The checks of a run or an audit, and the filters that selected them. */
export interface Selection {
  readonly checks: readonly Check[];
  /** Such as `suite=discovery`; empty for all checks. */
  readonly filters: readonly string[];
}

/**
 * The checks that `--suite` and `--check` select, by names or by patterns with `*` (any characters but none of `/`), `**` (any
 * characters) and `?` (one character). Throws `UsageError` for what selects nothing.
 */
export function selectChecks(
  all: readonly Check[],
  options: { readonly suite?: string; readonly check?: string },
): Selection {
  const phases = words(options.suite, '--suite');
  const ids = words(options.check, '--check');
  const isPhase = selector(phases, [...new Set(all.map(({ id }) => phaseOf(id)))], '--suite');
  const isId = selector(
    ids,
    all.map(({ id }) => id),
    '--check',
  );
  const checks = all.filter(({ id }) => isPhase(phaseOf(id)) && isId(id));
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

/** Whether one of the words selects a name; without words, every name is selected. */
function selector(selecting: readonly string[], known: readonly string[], from: string): (name: string) => boolean {
  const patterns = selecting.map((word) => {
    if (!isPattern(word)) {
      refuseUnknown(word, known, from);
      return (name: string) => name === word;
    }
    const pattern = patternOf(word);
    if (!known.some((name) => pattern.test(name))) throw new UsageError(unmatched(word, known, from));
    return (name: string) => pattern.test(name);
  });
  return (name) => patterns.length === 0 || patterns.some((matches) => matches(name));
}

function isPattern(word: string): boolean {
  return /[*?]/.test(word);
}

function patternOf(word: string): RegExp {
  const source = word.replace(/\*\*|[*?]|[^*?]+/g, (part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : part.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  });
  return new RegExp(`^${source}$`);
}

/** Names the near misses: what begins alike, or else what the part before the slash may have meant. */
function unmatched(word: string, known: readonly string[], from: string): string {
  const beginning = word.replace(/[*?].*$/s, '');
  const alike = known.filter((name) => beginning !== '' && name.startsWith(beginning));
  const [before = ''] = beginning.split('/');
  const phase = nearest(before, [...new Set(known.map(phaseOf))]);
  const ofPhase = known.filter((name) => phaseOf(name) === (phase ?? before));
  const near = (alike.length > 0 ? alike : ofPhase).slice(0, 3);
  const hint = near.length > 0 ? `near it: ${near.join(', ')}` : '"list checks" shows what there is';
  return `${from}: "${word}" matches nothing; ${hint}`;
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
