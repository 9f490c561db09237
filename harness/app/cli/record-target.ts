import type { Callback } from '../../device/run/callback.ts';
import { listenForCallbacks } from '../../device/run/callback-listener.ts';
import type { CallbackAddress } from '../../device/run/callback-listener.ts';
import { isLoopback } from '../../device/target/loopback.ts';
import { stateNames } from '../../engine/evidence/state-names.ts';
import type { ServerStates } from '../../device/target/server-state.ts';
import { TargetError } from '../../device/target/target-error.ts';
import { resolveTarget } from '../../device/target/target.ts';
import type { TargetOptions } from '../../device/target/target.ts';
import { preparedStates } from '../../reference-server/services/prepared-users.ts';
import { startReferenceServer } from '../../reference-server/mount/start.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';
import { recordSession } from '../record-session.ts';
import type { RecordingOptions, TargetDescription } from '../record-session.ts';
import type { StoredSession } from '../stored-session.ts';

/** What a live run may be told, besides its target. */
export interface LiveOptions
  extends
    TargetOptions,
    Pick<
      RecordingOptions,
      'seed' | 'filters' | 'scenarios' | 'effects' | 'concurrency' | 'signal' | 'ask' | 'onNotice' | 'onScenario'
    > {
  /** For one exchange. */
  readonly timeoutMs: number;
  readonly tlsReportOnly?: boolean;
  /** Where the target reaches this machine; one on loopback does so anyway. */
  readonly callback?: CallbackAddress;
}

/**
 * Records a session live: at the target that `argument` or `options.config` describes, otherwise at the embedded reference
 * server over TLS on loopback. Rejects with `TargetError` before anything is sent.
 */
export async function recordTarget(
  argument: string | undefined,
  options: LiveOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<StoredSession> {
  if (argument !== undefined || options.config !== undefined) {
    const target = resolveTarget(argument, options, env);
    refuseUnaskable(target.states, options, env);
    const { callback: address } = options;
    if (!address && !isLoopback(target.url)) return await record(target, options, 'generated');
    await using callback = await listenForTarget(address);
    return await record(target, options, 'generated', callback);
  }
  await using callback = await listenForCallbacks();
  await using embedded = await startReferenceServer({ keys: 'pool', plainPort: 0 });
  const { url, plainUrl, user, caPem } = embedded;
  const target = { url, ...user, ca: caPem, states: preparedStates(user.password) };
  const plain = plainUrl === undefined ? {} : { plainHttp: plainUrl };
  return await record({ ...target, ...plain }, options, 'pool', callback);
}

/** Throws `TargetError` where the port cannot be had. */
async function listenForTarget(address: CallbackAddress | undefined): Promise<Callback & AsyncDisposable> {
  try {
    return await listenForCallbacks(address);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TargetError(`--callback-url: nothing can listen there (${why}); --callback-port names another port`);
  }
}

/** A build waits for nobody. */
function refuseUnaskable(
  states: ServerStates = {},
  { ask }: LiveOptions,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const asking = stateNames.find((state) => states[state]?.by === 'prompt');
  if (asking === undefined) return;
  const why = env['CI'] === 'true' ? 'CI is "true"' : 'there is no terminal';
  if (env['CI'] === 'true' || !ask) {
    throw new TargetError(`"states.${asking}.prompt" asks a person, and ${why}; use user, http or command there`);
  }
}

function record(
  target: TargetDescription,
  {
    timeoutMs,
    tlsReportOnly = false,
    seed,
    filters,
    scenarios,
    effects,
    concurrency,
    signal,
    ask,
    onNotice,
    onScenario,
  }: LiveOptions,
  keys: 'generated' | 'pool',
  callback?: Callback,
): Promise<StoredSession> {
  return recordSession({
    target,
    keys,
    ...(callback ? { callback } : {}),
    transport: createLiveTransport({
      timeoutMs,
      tlsReportOnly,
      ...(target.ca === undefined ? {} : { ca: [target.ca] }),
    }),
    ...(seed === undefined ? {} : { seed }),
    ...(filters === undefined ? {} : { filters }),
    ...(scenarios === undefined ? {} : { scenarios }),
    ...(effects === undefined ? {} : { effects }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(signal === undefined ? {} : { signal }),
    ...(ask === undefined ? {} : { ask }),
    ...(onNotice === undefined ? {} : { onNotice }),
    ...(onScenario === undefined ? {} : { onScenario }),
  });
}
