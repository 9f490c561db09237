import type { Judgement, Results } from '../../engine/verdict/results.ts';
import { checks } from '../../../suites/index.ts';
import type { CheckModule } from '../own-checks/own-module.ts';
import { exitCodeUnder } from '../../../reports/waivers/exit-code.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { layBaseline } from '../../../reports/waivers/lay-baseline.ts';
import { layWaivers, waiversIn } from '../../../reports/waivers/lay-waivers.ts';
import { assess } from '../assess.ts';

/**
 * Judges a session again, as it was judged for these results: by the same checks, as of the same run. With the same version of the tool
 * and the same roots of devices it gives an equal document. What it takes from the results without judging are the facts of the run, the trend, the waivers as
 * they were given, what the baseline saw, `failOn`, and what modules that are not given saw.
 */
export function rejudge(
  session: Session,
  stored: Results,
  deviceTrust: readonly string[],
  modules: readonly CheckModule[] = [],
): Results {
  const { run, scope, judgements, trend } = stored;
  const ids = new Set(judgements.map(({ check }) => check));
  const again = assess(
    session,
    checks.filter(({ id }) => ids.has(id)),
    {
      mode: run.mode,
      runId: run.id,
      startedAt: run.startedAt,
      durationMs: run.durationMs,
      target: run.target,
      filters: scope.limitedTo,
      deviceTrust,
      ...(run.targetFile === undefined ? {} : { targetFile: run.targetFile }),
      ...(run.maker ? { maker: run.maker } : {}),
    },
    narrowedTo(stored, modules),
  );
  const laid = layAgain(stored, withStored(stored, again, modules));
  return trend === undefined ? laid : { ...laid, trend };
}

/** The modules of a run with the checks that it judged, in its order. */
function narrowedTo({ own = [] }: Results, modules: readonly CheckModule[]): readonly CheckModule[] {
  return own.flatMap(({ module, judgements }) => {
    const given = modules.find(({ name }) => name.prefix === module.prefix);
    const ids = judgements.map(({ check }) => check);
    return given ? [{ ...given, checks: given.checks.filter(({ id }) => ids.includes(id)) }] : [];
  });
}

/** What modules that are not given saw stays as it is stored, and nobody has judged it again. */
function withStored({ own }: Results, again: Results, modules: readonly CheckModule[]): Results {
  if (own === undefined) return again;
  const kept = own.map((stored) => {
    const isGiven = modules.some(({ name }) => name.prefix === stored.module.prefix);
    return (isGiven ? again.own?.find(({ module }) => module.prefix === stored.module.prefix) : undefined) ?? stored;
  });
  const whole = { ...again, own: kept };
  return { ...whole, exitCode: exitCodeUnder(whole) };
}

/** The waivers, the baseline and `failOn` as they are stored, over what was judged again: what came of them must be the same. */
function layAgain(stored: Results, again: Results): Results {
  const { failOn, baseline } = stored;
  const counted = failOn === undefined ? again : { ...again, failOn };
  const waived = layWaivers(counted, waiversIn(stored));
  return baseline === undefined ? waived : layBaseline(waived, baseline);
}

/** The first judgements that differ, each as a clause: `discovery/answer is "passed", and judged again "failed"`. */
export function differingJudgements(stored: Results, again: Results): readonly string[] {
  const byId = new Map(again.judgements.map((judgement) => [judgement.check, judgement]));
  return stored.judgements.flatMap((judgement) => {
    const other = byId.get(judgement.check);
    if (other === undefined) return [`${judgement.check} is no check of this version`];
    const difference = differenceOf(judgement, other);
    return difference === undefined ? [] : [`${judgement.check}: ${difference}`];
  });
}

function differenceOf(one: Judgement, other: Judgement): string | undefined {
  if (one.outcome !== other.outcome) return `the outcome is "${one.outcome}", and judged again "${other.outcome}"`;
  const members = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Judgement)[];
  const member = members.find((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  return member === undefined ? undefined : `"${member}" is not what it is judged again`;
}

/** The members of the document besides the judgements that differ. */
export function differingMembers(stored: Results, again: Results): readonly string[] {
  const members = [...new Set([...Object.keys(stored), ...Object.keys(again)])] as (keyof Results)[];
  return members.filter(
    (name) => name !== 'judgements' && JSON.stringify(stored[name]) !== JSON.stringify(again[name]),
  );
}
