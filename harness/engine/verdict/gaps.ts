import type { Exchange, Label } from '../../wire/exchange/exchange.ts';
import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Kind } from '../evidence/kind.ts';

/** What a scenario of the plan has to send before a missing answer says anything about the target. */
export interface Expectation {
  readonly id: string;
  /** The kind of message that the scenario exists for. */
  readonly mustSend?: Kind | undefined;
}

/**
 * The parts of the plan that the session of a run lacks, as clauses for people: a scenario without an exchange, a step that is missing
 * or out of order, an enrollment that the device ended early although no answer failed. Each gap makes a run incomplete, because a
 * check may be inapplicable only for lack of the missing evidence. `kinds` are those that the checks judge.
 */
export function gapsIn(
  dossier: Dossier,
  expectations: readonly Expectation[],
  kinds: ReadonlySet<Kind>,
): readonly string[] {
  const { session, evidence, thirdParty } = dossier;
  if (thirdParty) return [];
  const planned = session.meta?.scenarios ?? [];
  const isUndriven = (id: string): boolean => !evidence.some(({ exchange }) => exchange.label?.scenario === id);
  const mayBeLeftOut = session.meta?.states?.some(({ problem }) => problem !== undefined) ?? false;
  return [
    ...(mayBeLeftOut
      ? []
      : planned.filter(isUndriven).map((id) => `the session holds no exchange of the scenario ${id}`)),
    ...missingSteps(session.exchanges.flatMap(({ label }) => (label && !label.throttled ? label : []))),
    ...unrepeated(session.exchanges),
    ...expectations
      .filter(({ id }) => planned.includes(id) && !isUndriven(id))
      .flatMap(({ id, mustSend }) => {
        if (mustSend === undefined || !kinds.has(mustSend)) return [];
        const isReached = evidence.some(({ exchange, kind }) => kind === mustSend && exchange.label?.scenario === id);
        if (isReached) return [];
        const last = evidence.findLast(({ exchange }) => exchange.label?.scenario === id);
        return [`the scenario ${id} sent no request of kind ${mustSend}${last ? endOf(last) : ''}`];
      }),
  ];
}

/** The last exchange of a device, as a clause. */
function endOf({ exchange: { index, request, answer }, trouble }: Evidence): string {
  const came = trouble === '' && answer.response ? `HTTP ${answer.response.status}` : trouble;
  return `: it ended with exchange ${index}, ${request.method} ${request.url}${came === '' ? '' : `, which got ${came}`}`;
}

function missingSteps(labels: readonly Label[]): string[] {
  const last = new Map<string, number>();
  const gaps = labels.flatMap(({ scenario, flow, step }) => {
    const name = `${scenario} ${flow}`;
    const due = (last.get(name) ?? 0) + 1;
    last.set(name, step);
    return step === due ? [] : [`step ${due} of the flow ${flow} of ${scenario} is missing or out of order`];
  });
  return gaps.slice(0, 3);
}

/** A run sends again what the server refused for its limit; without the repetition, nobody knows the answer. */
function unrepeated(exchanges: readonly Exchange[]): string[] {
  return exchanges
    .filter(({ label }) => label?.throttled === true)
    .filter(({ index, label }) => !exchanges.slice(index + 1).some((later) => isRepetition(later.label, label)))
    .map(({ index }) => `the session holds no repetition of exchange ${index}, which the server wanted later`);
}

function isRepetition(later: Label | undefined, label: Label | undefined): boolean {
  if (!later || later.throttled === true) return false;
  return later.scenario === label?.scenario && later.flow === label.flow && later.step === label.step;
}
