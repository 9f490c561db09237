import { openDossier } from '../../engine/evidence/dossier.ts';
import { isShutOut } from '../../engine/verdict/reach.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { Exchange, SessionMeta, StateNote, Transport } from '../../wire/exchange/exchange.ts';
import { createRecorder } from '../../wire/exchange/recorder.ts';
import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { createScenarioContexts } from './scenario-context.ts';
import type { Callback } from './callback.ts';
import type { KeyMode } from './device-keys.ts';
import { interruptible, RunInterrupted } from './interruptible.ts';
import { defaultEffects, planOf, stagesOf } from './plan.ts';
import { windows10 } from '../client/profile.ts';
import type { Profile } from '../client/profile.ts';
import type { Effect, Scenario } from './scenario.ts';
import { sideBySide } from './side-by-side.ts';
import { createStateChanger } from './state-changer.ts';
import type { Ask } from './state-changer.ts';
import type { ServerStates } from '../target/server-state.ts';
import { targetOf } from '../target/target-description.ts';
import type { TargetDescription } from '../target/target-description.ts';

/** How far a run has come. */
export interface ScenarioProgress {
  readonly scenario: Scenario;
  /** Position in the plan, from 1. */
  readonly number: number;
  readonly total: number;
  /** `undriven`: the first scenario never got at the target, so that it was left out. */
  readonly state: 'started' | 'driven' | 'undriven';
}

/** What a run consists of. The same options, clock and answers give the same requests. */
export interface GatherOptions {
  readonly target: TargetDescription;
  readonly transport: Transport;
  /** In plan order. */
  readonly scenarios: readonly Scenario[];
  readonly now: () => Date;
  /** Decides every identifier of the devices. */
  readonly seed: string;
  readonly keys: KeyMode;
  readonly profile?: Profile;
  /** What scenarios may leave behind on the server; the others are left out. Default: `read` and `enroll`. */
  readonly effects?: readonly Effect[];
  /** How many scenarios are driven side by side at most. Default: 4. It changes no judgement and no order. */
  readonly concurrency?: number;
  /** Where the server comes when it fetches what a request names; absent where it cannot reach us. */
  readonly callback?: Callback;
  /** Ends the run: nothing more is sent, states are undone, and it rejects with `RunInterrupted`. */
  readonly signal?: AbortSignal;
  /** Needed where a person brings a state of the server about. */
  readonly ask?: Ask;
  /** Told what a person should know at once, as a sentence without a full stop. */
  readonly onNotice?: (notice: string) => void;
  /** Selections that narrowed the plan, for the record. */
  readonly filters?: readonly string[];
  /** Called when a scenario starts, and when it ends or is left out. */
  readonly onScenario?: (progress: ScenarioProgress) => void;
}

/** The exchanges of a run as they were on the wire, secrets included: only `writeHar` may store them. */
export interface Recording {
  readonly meta: SessionMeta;
  /** In plan order. */
  readonly exchanges: readonly Exchange[];
  /** What is to be redacted wherever it appears. */
  readonly knownSecrets: readonly KnownSecret[];
}

/** How many scenarios are driven side by side where nothing else is said. */
const defaultConcurrency = 4;

/**
 * Drives the scenarios and records their exchanges, which stand in plan order whatever ended first. When the first of them
 * never got at the target, and none gives a second opinion, the others are left undriven: nothing is there to answer, or the
 * password is wrong, and to send it a hundred times may lock the user out. Throws `PoolKeysRefused` before anything is sent, `RunInterrupted`, otherwise only for defects of our own.
 */
export async function gather(options: GatherOptions): Promise<Recording> {
  const { transport, now, seed, profile = windows10, effects = defaultEffects, onScenario } = options;
  const target = targetOf(options.target);
  const secrets = createSecretRegister(target);
  const startedAt = now();
  const runId = Buffer.from(seededBytes(`${seed}/run/${startedAt.toISOString()}`)(4)).toString('hex');
  const scenarios = planOf(options.scenarios, { effects, ...(target.states ? { states: target.states } : {}) });
  const devicesTransport = interruptible(transport, options.signal);
  const recorders = new Map(
    scenarios.map((scenario) => [scenario, createRecorder({ transport: devicesTransport, now })]),
  );
  const recorded = (): readonly Exchange[] => [...recorders.values()].flatMap(({ exchanges }) => exchanges());
  const problems = new Map<string, string>();

  const contextFor = createScenarioContexts({
    target,
    profile,
    scenarios,
    runId,
    seed,
    keys: options.keys,
    now,
    ...(options.callback ? { callback: options.callback } : {}),
    states: createStateChanger(transport, options.ask),
    reveal: secrets.reveal,
    onProblem: (state, problem) => {
      problems.set(state, problem);
      options.onNotice?.(`the state "${state}" of the server: ${problem}`);
    },
  });

  let isHopeless = false;
  const drive = async (scenario: Scenario): Promise<void> => {
    const progress = { scenario, number: scenarios.indexOf(scenario) + 1, total: scenarios.length };
    const recorder = recorders.get(scenario);
    if (!recorder || isHopeless || options.signal?.aborted === true) {
      onScenario?.({ ...progress, state: 'undriven' });
      return;
    }
    onScenario?.({ ...progress, state: 'started' });
    await scenario.drive(contextFor(scenario, recorder.send));
    onScenario?.({ ...progress, state: 'driven' });
  };
  const [first, ...others] = stagesOf(scenarios);
  await sideBySide(first ?? [], 1, drive);
  isHopeless = isShutOutIn(recorded());
  const isRefused = isHopeless && recorded().some(({ answer }) => answer.response !== undefined);
  const opinion = isRefused ? others.flat().find(({ isSecondOpinion }) => isSecondOpinion) : undefined;
  if (opinion) {
    isHopeless = false;
    await drive(opinion);
    isHopeless = isShutOutIn(recorded());
  }
  const waiting = others.map((stage) => stage.filter((scenario) => scenario !== opinion));
  for (const stage of waiting) await sideBySide(stage, options.concurrency ?? defaultConcurrency, drive);

  if (options.signal?.aborted === true) throw new RunInterrupted();
  return {
    meta: {
      target: target.url,
      profile: profile.id,
      startedAt: startedAt.toISOString(),
      durationMs: now().getTime() - startedAt.getTime(),
      runId,
      capabilities: target.capabilities,
      deviceTrust: target.deviceTrust,
      scenarios: scenarios.map(({ id }) => id),
      filters: options.filters ?? [],
      effects,
      ...(target.states ? { states: noteStates(target.states, problems) } : {}),
      seed,
    },
    exchanges: recorded().map((exchange, index) => ({ ...countFetches(exchange, options.callback), index })),
    knownSecrets: secrets.known(),
  };
}

/** Only at the end: a server may fetch late. */
function countFetches(exchange: Exchange, callback: Callback | undefined): Exchange {
  const { label } = exchange;
  if (!label?.callback || !callback) return exchange;
  const { url } = label.callback;
  return { ...exchange, label: { ...label, callback: { url, fetches: callback.fetches(url) } } };
}

function noteStates(states: ServerStates, problems: ReadonlyMap<string, string>): readonly StateNote[] {
  return Object.entries(states).map(([state, { by }]) => {
    const problem = problems.get(state);
    return { state, by, ...(problem === undefined ? {} : { problem }) };
  });
}

function isShutOutIn(exchanges: readonly Exchange[]): boolean {
  if (exchanges.length === 0) return false;
  using dossier = openDossier({ exchanges });
  return isShutOut(dossier);
}
