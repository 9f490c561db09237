import { createFurtherWays, isEntrance } from './further-ways.ts';
import { isTrueOf } from './is-true-of.ts';
import { usualForms } from '../../engine/evidence/accepted-forms.ts';
import { isShutOut, isWorthAsking } from '../../engine/verdict/reach.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import { withinBudget } from '../../wire/exchange/body-budget.ts';
import { createRecorder } from '../../wire/exchange/recorder.ts';
import { redact } from '../../wire/redaction/redact.ts';
import { notesOn } from '../../wire/redaction/weak-secret.ts';
import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { createScenarioContexts } from './scenario-context.ts';
import { enrolledDevices } from './enrolled-devices.ts';
import type { GatherOptions } from './gather-options.ts';
import { interruptible, RunInterrupted } from './interruptible.ts';
import type { Recording } from './recording.ts';
import { defaultConcurrency, defaultEffects, planOf, stagesOf } from './plan.ts';
import { windows10 } from '../client/profile.ts';
import { paceOf } from './request-pace.ts';
import type { Scenario } from './scenario.ts';
import { settleForms, substitutesOf } from './settle-forms.ts';
import { scenariosOfShard } from './shard.ts';
import { sideBySide } from './side-by-side.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';
import { countFetches } from './count-fetches.ts';
import { metaOf } from './meta-of.ts';
import { createModuleNotes } from './module-notes.ts';
import { createInState } from './in-state.ts';
import { createStateChanger } from './state-changer.ts';
import { describedSecrets } from '../target/described-secrets.ts';
import { givensOf } from '../target/target-givens.ts';
import { waysOf } from '../target/target-ways.ts';
import { targetOf } from '../target/target-description.ts';
import { createTokenPurse } from '../sign-in/token-purse.ts';
import { createEntraIssuer } from '../entra/entra-issuer.ts';
import { createRunSignIn } from '../sign-in/run-sign-in.ts';
import { untilTimeLimit } from './time-limit.ts';

/**
 * Drives the scenarios and records their exchanges, in the order of the plan. If the first scenario does not reach the
 * target, and no second opinion differs, it leaves the other scenarios out: nobody answers, or the password is wrong
 * and more attempts may lock the user out. If it refuses one form of a message and accepts another, the other scenarios use that. Throws `PoolKeysRefused` before it sends anything, and `RunInterrupted`; any
 * other error is internal.
 */
export async function gather(options: GatherOptions): Promise<Recording> {
  const {
    transport,
    now,
    seed,
    profile = windows10,
    effects = defaultEffects,
    rate,
    onScenario,
    timeLimit,
    shard,
  } = options;
  const target = targetOf(options.target);
  const secrets = createSecretRegister(target);
  const secretNotes = notesOn(secrets.known());
  const described = describedSecrets(target);
  const knownSecrets = (): readonly KnownSecret[] => [...secrets.known(), ...described];
  /** What a server or a command said may stand in a notice. */
  const notify = (notice: string): void => {
    options.onNotice?.(redact({ exchanges: [], knownSecrets: knownSecrets() }).text(notice));
  };
  for (const note of new Set(secretNotes)) options.onNotice?.(note);
  const startedAt = now();
  const runId = Buffer.from(
    seededBytes(`${seed}/run/${shard ? `${shard.number}/` : ''}${startedAt.toISOString()}`)(4),
  ).toString('hex');
  const scenarios = planOf(options.scenarios, {
    effects,
    ...(rate === undefined ? {} : { rate }),
    ways: waysOf(target),
    givens: givensOf(target),
    ...(target.states ? { states: target.states } : {}),
  });
  const devicesTransport = interruptible(untilTimeLimit(withinBudget(transport), timeLimit), options.signal);
  const pace = rate === undefined ? {} : { pace: paceOf(rate, { ...options, onNotice: notify }) };
  const recorders = new Map(
    scenarios.map((scenario) => [scenario, createRecorder({ transport: devicesTransport, now, ...pace })]),
  );
  const recorded = (): readonly Exchange[] => [...recorders.values()].flatMap(({ exchanges }) => exchanges());
  const problems = new Map<string, string>();
  const modules = createModuleNotes(options.modules ?? [], notify);
  const signal = AbortSignal.any([options.signal, timeLimit?.reached].filter((one) => one !== undefined));
  const signIn = createRunSignIn(signal);
  const issuer = target.entra && (await createEntraIssuer(target.entra.issuer, now));
  let forms = usualForms;
  const { isDue, learn } = createFurtherWays();
  let inForce: readonly StateName[] = [];

  const contextFor = createScenarioContexts({
    target,
    profile,
    scenarios,
    runId,
    seed,
    keys: options.keys,
    forwardsIn: transport.forwardsIn,
    now,
    ...(options.callback ? { callback: options.callback } : {}),
    forms: () => forms,
    isDue,
    inState: createInState({
      ways: target.states,
      changer: createStateChanger({ transport, ask: options.ask, signal: options.signal }),
      signal: options.signal,
      onProblem: (state, problem) => {
        problems.set(state, problem);
        notify(`the state "${state}" of the server: ${problem}`);
      },
      onForce: (states) => {
        inForce = states;
        options.watch?.inForce?.(states);
      },
    }),
    reveal: secrets.reveal,
    signIn,
    signal,
    specialToken: createTokenPurse({ tokens: target.tokens, signal, onProblem: notify }),
    issuer,
  });

  options.watch?.begun?.(recording);

  let isHopeless = false;
  const begun = new Set<Scenario>();
  const own = shard ? scenariosOfShard(scenarios, shard) : new Set(scenarios);
  const isDriven = (scenario: Scenario): boolean => isDue(scenario) && (own.has(scenario) || begun.has(scenario));
  const drive = async (scenario: Scenario): Promise<void> => {
    begun.add(scenario);
    const due = scenarios.filter(isDriven);
    const progress = { scenario, number: due.indexOf(scenario) + 1, total: due.length };
    const recorder = recorders.get(scenario);
    const isEnded = options.signal?.aborted === true || timeLimit?.reached.aborted === true;
    if (!recorder || isHopeless || isEnded) {
      onScenario?.({ ...progress, state: 'undriven' });
      return;
    }
    onScenario?.({ ...progress, state: 'started' });
    await modules.drive(scenario, contextFor(scenario, recorder.send));
    onScenario?.({ ...progress, state: 'driven' });
  };
  const [first, ...others] = stagesOf(scenarios);
  await sideBySide(first ?? [], 1, drive);
  isHopeless = isTrueOf(isShutOut, recorded());
  const isRefused = isHopeless && isTrueOf(isWorthAsking, recorded());
  const opinion = isRefused ? others.flat().find(({ isSecondOpinion }) => isSecondOpinion) : undefined;
  if (opinion) {
    isHopeless = false;
    await drive(opinion);
    isHopeless = isTrueOf(isShutOut, recorded());
  }
  const isWaiting = (scenario: Scenario): boolean => !begun.has(scenario) && isDue(scenario);
  if (!isHopeless) {
    await settleForms({
      waiting: () => others.flat().filter(isWaiting),
      drive,
      recorded,
      use: (found) => (forms = found),
    });
  }
  for (const substitute of substitutesOf(forms)) options.onNotice?.(substitute);
  const asking = isHopeless ? undefined : others.flat().find(({ showsWays }) => showsWays === true);
  if (asking) await drive(asking);
  learn(recorded());
  const entrances = others.flat().filter((one) => isWaiting(one) && isEntrance(one, scenarios));
  if (!isHopeless) await sideBySide(entrances, 1, drive);
  const waiting = others.map((stage) => stage.filter((one) => isWaiting(one) && own.has(one)));
  // A message waits for its turn a minute at most, because what it says of the time would be too old later.
  const concurrency = Math.min(options.concurrency ?? defaultConcurrency, rate ?? Number.POSITIVE_INFINITY);
  for (const stage of waiting) await sideBySide(stage, concurrency, drive);

  options.watch?.gathered?.();
  if (options.signal?.aborted === true) throw new RunInterrupted(enrolledDevices(recorded(), runId), inForce);
  return recording();

  function recording(): Recording {
    const meta = metaOf(options, target, {
      startedAt,
      endedAt: now(),
      runId,
      scenarios: scenarios.filter(isDriven),
      plan: scenarios.filter(isDue),
      problems,
      substitutes: substitutesOf(forms),
      secretNotes,
      signInProblem: signIn.problem(),
    });
    return {
      meta: { ...meta, ...modules.of(scenarios.filter(isDue)) },
      exchanges: recorded().map((exchange, index) => ({ ...countFetches(exchange, options.callback), index })),
      knownSecrets: knownSecrets(),
      ...(shard ? { secretNumber: shard.secretNumber } : {}),
    };
  }
}
