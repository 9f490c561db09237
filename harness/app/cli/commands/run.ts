import path from 'node:path';
import type { Profile } from '../../../device/client/profile.ts';
import type { Scenario } from '../../../device/run/scenario.ts';
import type { ScenarioProgress } from '../../../device/run/scenario-progress.ts';
import { authMethods } from '../../../device/target/auth-method.ts';
import { givensOf } from '../../../device/target/target-givens.ts';
import { waysOf } from '../../../device/target/target-ways.ts';
import { isFileName } from '../../../device/target/other-argument.ts';
import { resolveTarget } from '../../../device/target/target.ts';
import { TargetError } from '../../../device/target/target-error.ts';
import { startTimeLimit, timeLimitText } from '../../../device/run/time-limit.ts';
import type { Target, TargetOptions } from '../../../device/target/target.ts';
import { exitCodes } from '../../../engine/verdict/verdict.ts';
import { assess } from '../../assess.ts';
import { loadModules } from '../../own-checks/load-modules.ts';
import { apart, checksWith, neededWith } from '../../own-checks/with-modules.ts';
import { commandProblems } from '../../doctor/commands-step.ts';
import { isShownBy, scenariosOf } from '../../../../suites/client-plan.ts';
import { scenariosInAllWays } from '../../../../suites/ways.ts';
import { occasionOf } from '../../stored-session.ts';
import { preparedStates } from '../../../reference-server/services/prepared-users.ts';
import type { Io } from '../io.ts';
import { leftOutLine, printPlan } from './plan.ts';
import type { PlannedRun } from './plan.ts';
import { createProgress } from '../progress.ts';
import type { Progress } from '../progress.ts';
import { deliver, prepareDelivery } from '../deliver.ts';
import type { DeliveryOptions } from '../deliver.ts';
import { prepareGate } from '../gate.ts';
import type { GateOptions } from '../gate.ts';
import { nameInside } from '../name-inside.ts';
import { recordTarget } from '../record-target.ts';
import { guardRun } from '../run-guard.ts';
import { callbackOf, concurrencyOf, effectsOf, profileOf, rateOf, timeLimitOf } from '../run-options.ts';
import { refuseTargetOptions } from '../refuse-target-options.ts';
import { shardOf } from '../shard-option.ts';
import { selectChecks } from '../selection.ts';
import type { Selection } from '../selection.ts';
import { timeoutOf } from '../timeout.ts';
import { UsageError } from '../usage-error.ts';
import { undo, undoEarlier } from './undo.ts';

/** The options of the command. */
export interface RunOptions extends TargetOptions, DeliveryOptions, GateOptions {
  readonly suite?: string;
  readonly check?: string;
  /** Modules of checks: files or packages. */
  readonly checks?: readonly string[];
  readonly tlsReportOnly?: true;
  readonly timeout: string;
  readonly timeLimit: string;
  readonly seed?: string;
  readonly effects?: string;
  readonly concurrency: string;
  readonly profile: string;
  readonly rate?: string;
  readonly plan?: true;
  readonly callbackUrl?: string;
  readonly callbackPort?: string;
  readonly undo?: string;
  readonly shard?: string;
}

/**
 * Enrolls at the target, judges the recording, writes the reports. It checks all options and files before it sends anything, and drives
 * only the scenarios that the selected checks need. `scenarios` replace the whole plan.
 */
export async function run(
  argument: string | undefined,
  options: RunOptions,
  io: Io,
  scenarios?: readonly Scenario[],
): Promise<number> {
  const profile = profileOf(options.profile);
  const isEmbedded = argument === undefined && options.config === undefined;
  const { rate: word, shard: part, ...others } = options;
  const shard = shardOf(part, options, isEmbedded, io.env);
  const modules = await loadModules(options.checks ?? []);
  const selection = forClient(profile, selectChecks(checksWith(modules), options));
  const timeoutMs = timeoutOf(options.timeout, '--timeout');
  if (options.undo !== undefined) {
    refuseUndoAtTarget(argument, options);
    return await undo(options.undo, { ...options, timeoutMs }, io);
  }
  const minutes = timeLimitOf(options.timeLimit);
  const effects = effectsOf(options.effects, isEmbedded);
  const concurrency = concurrencyOf(options.concurrency);
  const rate = rateOf(word);
  const limited = rate === undefined ? {} : { rate };
  const callback = callbackOf(options.callbackUrl, options.callbackPort);
  if (isEmbedded) refuseTargetOptions(options);
  const driven = scenariosOf(profile);
  const isWhole = selection.filters.length === 0;
  const chosen = apart(selection.checks, modules, isWhole);
  const plan = (scenarios ?? scenariosInAllWays).filter(({ id }) => driven?.includes(id) ?? true);
  const all = [...plan, ...modules.flatMap((module) => module.scenarios)];
  const narrowed = isWhole
    ? all
    : neededWith(
        chosen,
        plan.filter(({ effect }) => effects.includes(effect)),
      );
  const planned: PlannedRun = {
    ...plannedTarget(argument, options, io),
    effects,
    ...limited,
    filters: selection.filters,
    all,
    narrowed,
    ...(shard ? { shard } : {}),
  };
  const gate = await prepareGate(options, modules);
  if (options.plan === true) {
    printPlan(planned, options.json === true, io);
    return 0;
  }
  const delivery = await prepareDelivery(options);

  const progress = createProgress(io, options.json === true);
  const ask = io.ask && asking(io.ask, progress);
  const onNotice = (notice: string): void => {
    progress.end();
    io.err(`mde-conformance: ${notice}\n`);
  };
  const targetFile = targetFileOf(argument, options.config);
  const targetName = targetFile === undefined ? undefined : nameInside(process.cwd(), targetFile);
  const described = { targetFile, target: options.target };
  await undoEarlier(delivery.folder, described, { ...options, timeoutMs }, io);
  const guard = guardRun({ folder: delivery.folder, ...described, onNotice }, io);
  using timeLimit = startTimeLimit(minutes);
  const recording = {
    ...others,
    ...limited,
    ...(shard ? { shard } : {}),
    timeoutMs,
    effects,
    concurrency,
    profile,
    filters: selection.filters,
    ...(isWhole ? {} : { selected: selection.checks.map(({ id }) => id) }),
    scenarios: narrowed,
    ...(chosen.modules.length === 0 ? {} : { modules: chosen.modules.map(({ name }) => name) }),
    ...(callback ? { callback } : {}),
    signal: guard.signal,
    watch: {
      ...guard.watch,
      gathered: () => {
        guard.watch.gathered?.();
        progress.judge();
      },
    },
    timeLimit,
    ...(ask ? { ask } : {}),
    onNotice,
    onScenario: (step: ScenarioProgress) => {
      progress.step(step);
    },
  };
  const line = leftOutLine(planned);
  if (line !== undefined && options.json !== true) io.err(`mde-conformance: ${line}\n`);
  return await guard.during(async () => {
    const { session, pieces } = await recordTarget(argument, recording, io.env);
    progress.finish(timeLimit.reached.aborted ? timeLimitText(minutes) : undefined);

    const occasion = {
      ...occasionOf(session, 'live', ''),
      ...(targetName === undefined ? {} : { targetFile: targetName }),
      ...(io.maker ? { maker: io.maker() } : {}),
    };
    const judged = assess(session, chosen.ours, occasion, chosen.modules);
    const code = await deliver({ results: gate(judged), session, har: pieces }, delivery, io);
    if (code === exitCodes.unreachable && options.json !== true) {
      io.err('mde-conformance: "doctor", with the same target and options, looks at each step of the way there\n');
    }
    return code;
  });
}

/** Ends the progress line before it asks. */
function asking(ask: NonNullable<Io['ask']>, progress: Progress): NonNullable<Io['ask']> {
  return (text, signal) => {
    progress.end();
    return ask(text, signal);
  };
}

/** A plan needs no password, because it sends nothing; a run does. Throws `TargetError`. */
function plannedTarget(
  argument: string | undefined,
  options: RunOptions,
  io: Io,
): Pick<PlannedRun, 'url' | 'states' | 'ways' | 'givens'> {
  if (argument === undefined && options.config === undefined) {
    return { states: preparedStates(''), ways: authMethods, givens: ['links', 'programmatic'] };
  }
  const credentials = options.plan === true ? 'optional' : 'required';
  const resolved = resolveTarget(argument, { ...options, credentials }, io.env);
  if (options.plan !== true) refuseUnrunnable(resolved, io.env);
  const { url, states, ...target } = resolved;
  return { url, ways: waysOf(target), givens: givensOf(target), ...(states ? { states } : {}) };
}

/** Throws `TargetError` for programs that cannot be run: the run would find out only when it needs them. */
function refuseUnrunnable(target: Target, env: Io['env']): void {
  const problems = commandProblems(target, env);
  if (problems.length > 0) throw new TargetError(problems.map(({ what, remedy }) => `${what}; ${remedy}`).join('\n'));
}

/** The target file that is named, as an absolute path. */
function targetFileOf(argument: string | undefined, config: string | undefined): string | undefined {
  const file = argument !== undefined && isFileName(argument) ? argument : config;
  return file === undefined ? undefined : path.resolve(file);
}

function refuseUndoAtTarget(argument: string | undefined, { config, plan }: RunOptions): void {
  const other = argument ?? config;
  if (other !== undefined) {
    throw new UsageError(`--undo takes the target file from the folder of the run; leave "${other}" out`);
  }
  if (plan === true) throw new UsageError('--undo drives no scenario, so --plan has nothing to print; leave one out');
}

/** Some clients drive a part of the plan, which shows a part of the checks. */
function forClient(profile: Profile, selection: Selection): Selection {
  const driven = scenariosOf(profile);
  if (!driven) return selection;
  const shown = selection.checks.filter((check) => isShownBy(check, driven));
  if (shown.length > 0) return { checks: shown, filters: [...selection.filters, `profile=${profile.id}`] };
  throw new UsageError(`--profile ${profile.id} drives nothing that the selected checks judge; leave one of both out`);
}
