import type { Label } from '../session/exchange.ts';
import type { Where } from './check.ts';
import type { Evidence } from './evidence.ts';
import { match, unusable } from './match.ts';
import type { Match } from './match.ts';

/** Whether an exchange is of the sort that a check is narrowed to. */
export function isOfSort({ facts, exchange }: Evidence, where: Where): boolean {
  if ('deviation' in where) return facts.deviations.includes(where.deviation);
  return exchange.label?.family === where.family && exchange.label.control !== true;
}

/** Subjects of a refusal that say nothing about the deviation: caps, licences, maintenance. */
const unrelatedRefusals = new Set(['DeviceCapReached', 'UserLicense', 'InMaintenance']);

/**
 * A negative or a variant counts only beside valid requests that succeed: the controls of its flow, or in a stranger's
 * recording any success of its kind. A server that refuses everything proves nothing by refusing this one too.
 */
export function matchBound(item: Evidence, evidence: readonly Evidence[]): Match {
  const { label, index, answer } = item.exchange;
  const controls = label
    ? evidence.filter(({ exchange }) => exchange.label?.control && isOneFlow(exchange.label, label))
    : evidence.filter(({ kind, state }) => kind === item.kind && state === 'success').slice(0, 1);
  const failed = controls.find(({ state }) => state !== 'success');
  const status = answer.response?.status ?? 0;
  const isUnrelated = item.state === 'fault' && unrelatedRefusals.has(item.fault.errorType ?? '');
  if (failed) return unusable(failed);
  if (controls.length === 0) {
    return { kind: 'unusable', reason: `no valid request succeeded beside exchange ${index}`, exchanges: [index] };
  }
  if (isUnrelated || status === 429 || status === 503) {
    return {
      kind: 'unusable',
      reason: `exchange ${index} was refused for another state of the server`,
      exchanges: [index],
    };
  }
  return match(item);
}

function isOneFlow(one: Label, other: Label): boolean {
  return one.scenario === other.scenario && one.flow === other.flow;
}
