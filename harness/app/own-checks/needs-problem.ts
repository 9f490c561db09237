import type { AnswerFilter } from '../../engine/rule/check.ts';
import { answerChecks } from '../../engine/evidence/kind.ts';
import { shown } from '../../device/run/define-scenario.ts';

const kinds: readonly string[] = [...Object.keys(answerChecks), 'plain-probe', 'deep-link-page', 'other'];
const filters: readonly AnswerFilter[] = ['attempt', 'answered', 'success', 'fault', 'refusal', 'response'];

/** What is wrong with the evidence that a check declares, as a predicate; undefined for nothing. */
export function needsProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null)
    return `has the needs ${shown(value)}; expected { each }, { flow } or { across, atLeast }`;
  const needs: Readonly<Record<string, unknown>> = { ...value };
  const [main, ...others] = ['each', 'flow', 'across'].filter((name) => name in needs);
  if (main === undefined || others.length > 0) return 'has needs without exactly one of each, flow and across';
  const members = { each: ['filter', 'where'], flow: [], across: ['atLeast', 'filter', 'where'] }[main] ?? [];
  const unknown = Object.keys(needs).find((name) => name !== main && !members.includes(name));
  if (unknown !== undefined)
    return `has needs with the member "${unknown}"; allowed beside ${main}: ${members.join(', ') || 'none'}`;
  const named = [needs[main]].flat();
  if (main === 'flow' && !Array.isArray(needs[main])) return 'has needs whose flow is no list of kinds';
  const wrong = named.find((kind) => typeof kind !== 'string' || !kinds.includes(kind));
  if (named.length === 0 || wrong !== undefined)
    return `needs ${named.length === 0 ? 'no kind' : `the kind ${shown(wrong)}`}; allowed: ${kinds.join(', ')}`;
  const { atLeast, filter, where } = needs;
  if (main === 'across' && (typeof atLeast !== 'number' || !Number.isInteger(atLeast) || atLeast < 1))
    return `has needs whose atLeast is ${shown(atLeast)}; expected a whole number from 1`;
  if (filter !== undefined && !filters.some((one) => one === filter))
    return `has needs with the filter ${shown(filter)}; allowed: ${filters.join(', ')}`;
  return where === undefined ? undefined : whereProblem(where);
}

function whereProblem(value: unknown): string | undefined {
  const where: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const { deviation, family } = where;
  const isOfDeviation =
    [deviation].flat().every((one) => typeof one === 'string' && one !== '') && [deviation].flat().length > 0;
  if (isOfDeviation !== (typeof family === 'string' && family !== '')) return undefined;
  return 'has needs whose where is neither { deviation } nor { family }, each a name';
}
