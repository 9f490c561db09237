import { seededBytes } from '../pki/seeded-bytes.ts';
import type { Exchange, SessionMeta, Transport } from '../session/exchange.ts';
import { createRecorder } from '../session/recorder.ts';
import type { KnownSecret } from '../session/secret-ledger.ts';
import { createBenches } from './bench.ts';
import type { KeyMode } from './device-keys.ts';
import { windows10 } from './profile.ts';
import type { Profile } from './profile.ts';
import type { Scenario } from './scenario.ts';
import type { Target } from './target.ts';
import { wrongPasswordFor } from './wrong-password.ts';

/** How far a run has come. */
export interface ScenarioProgress {
  readonly scenario: Scenario;
  /** Position in the plan, from 1. */
  readonly number: number;
  readonly total: number;
  /** `undriven`: nothing answered before, so that it was left out. */
  readonly state: 'started' | 'driven' | 'undriven';
}

/** What a run consists of. The same options, clock and answers give the same requests. */
export interface GatherOptions {
  readonly target: Target;
  readonly transport: Transport;
  /** In plan order. */
  readonly scenarios: readonly Scenario[];
  readonly now: () => Date;
  /** Decides every identifier of the devices. */
  readonly seed: string;
  readonly keys: KeyMode;
  readonly profile?: Profile;
  /** Selections that narrowed the plan, for the record. */
  readonly filters?: readonly string[];
  readonly onScenario?: (progress: ScenarioProgress) => void;
  /** What the session must not hold, besides the passwords that the devices send. */
  readonly knownSecrets?: readonly KnownSecret[];
}

/** The exchanges of a run as they were on the wire, secrets included: only `writeHar` may store them. */
export interface Recording {
  readonly meta: SessionMeta;
  /** In plan order. */
  readonly exchanges: readonly Exchange[];
  /** What is to be redacted wherever it appears. */
  readonly knownSecrets: readonly KnownSecret[];
}

/**
 * Drives the scenarios in order and records their exchanges. When the first of them has brought no status line, the others
 * are left undriven: nothing is there to answer. Throws `PoolKeysRefused` before anything is sent, otherwise only for
 * defects of our own.
 */
export async function gather(options: GatherOptions): Promise<Recording> {
  const { target, scenarios, now, seed, profile = windows10 } = options;
  const startedAt = now();
  const runId = Buffer.from(seededBytes(`${seed}/run/${startedAt.toISOString()}`)(4)).toString('hex');
  const recorder = createRecorder({ transport: options.transport, now });

  const benchFor = createBenches({
    target,
    profile,
    scenarios,
    runId,
    seed,
    keys: options.keys,
    send: recorder.send,
  });

  for (const [index, scenario] of scenarios.entries()) {
    const progress = { scenario, number: index + 1, total: scenarios.length };
    if (index > 0 && isSilent(recorder.exchanges())) {
      options.onScenario?.({ ...progress, state: 'undriven' });
      continue;
    }
    options.onScenario?.({ ...progress, state: 'started' });
    await scenario.drive(benchFor(scenario));
    options.onScenario?.({ ...progress, state: 'driven' });
  }

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
      effects: [...new Set(scenarios.map(({ effect }) => effect))],
      seed,
    },
    exchanges: recorder.exchanges(),
    knownSecrets: [...passwordsOf(target, seed), ...(options.knownSecrets ?? [])],
  };
}

function passwordsOf({ password }: Target, seed: string): readonly KnownSecret[] {
  const passwords = [...(password === undefined ? [] : [password]), wrongPasswordFor(password, seed)];
  return passwords.map((value) => ({ kind: 'password', value }));
}

function isSilent(exchanges: readonly Exchange[]): boolean {
  return exchanges.every(({ answer }) => answer.response === undefined);
}
