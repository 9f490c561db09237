import type { Callback } from '../../device/run/callback.ts';
import { ForeignCallbackHost } from '../../device/run/callback-host.ts';
import { listenForCallbacks } from '../../device/run/callback-listener.ts';
import type { CallbackAddress } from '../../device/run/callback-listener.ts';
import { isLoopback } from '../../device/target/loopback.ts';
import { stateNames } from '../../engine/evidence/state-names.ts';
import type { ServerStates } from '../../device/target/server-state.ts';
import { refuseProxy } from '../../device/target/proxy.ts';
import { TargetError } from '../../device/target/target-error.ts';
import { resolveTarget } from '../../device/target/target.ts';
import type { TargetDescription } from '../../device/target/target-description.ts';
import type { TargetOptions } from '../../device/target/target.ts';
import { serveIssuer } from '../serve-issuer.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';
import { startEmbeddedServer } from '../embedded-server.ts';
import { recordSession } from '../record-session.ts';
import type { RecordingOptions } from '../record-session.ts';
import type { StoredSession } from '../stored-session.ts';

/** The options of a live run, besides its target. */
export interface LiveOptions
  extends
    TargetOptions,
    Pick<
      RecordingOptions,
      | 'seed'
      | 'isEmbedded'
      | 'filters'
      | 'selected'
      | 'shard'
      | 'scenarios'
      | 'effects'
      | 'profile'
      | 'concurrency'
      | 'rate'
      | 'signal'
      | 'timeLimit'
      | 'ask'
      | 'onNotice'
      | 'watch'
      | 'onScenario'
      | 'modules'
    > {
  /** For one exchange. */
  readonly timeoutMs: number;
  readonly tlsReportOnly?: boolean;
  /** Address at which the target reaches this machine; a target on loopback needs none. */
  readonly callback?: CallbackAddress;
}

/**
 * Records a session live: at the target that `argument` or `options.config` describes, or else at the embedded reference server
 * over TLS on loopback. Rejects with `TargetError` before it sends anything.
 */
export async function recordTarget(
  argument: string | undefined,
  options: LiveOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<StoredSession> {
  if (argument !== undefined || options.config !== undefined) {
    const resolved = resolveTarget(argument, options, env);
    await using issuer = await serveIssuer(resolved);
    const target = issuer.target;
    refuseProxy(target.url, env);
    refuseUnaskable(target.states, options, env);
    const { callback: address } = options;
    if (!address && !isLoopback(target.url)) return await record(target, options, 'generated');
    await using callback = await listenForTarget(address);
    return await record(target, options, 'generated', callback);
  }
  await using callback = await listenForCallbacks();
  await using embedded = await startEmbeddedServer();
  return await record(embedded.target, { ...options, isEmbedded: true }, 'pool', callback);
}

/** Throws `TargetError` if it cannot listen there. */
async function listenForTarget(address: CallbackAddress | undefined): Promise<Callback & AsyncDisposable> {
  try {
    return await listenForCallbacks(address);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof ForeignCallbackHost) {
      throw new TargetError(
        `--callback-url: ${why}; if something forwards to it, name the local port with --callback-port`,
      );
    }
    throw new TargetError(`--callback-url: cannot listen there (${why}); name another port with --callback-port`);
  }
}

/** In CI nobody can answer, so the run would wait forever. */
function refuseUnaskable(
  states: ServerStates = {},
  { ask }: LiveOptions,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const asking = stateNames.find((state) => states[state]?.by === 'prompt');
  if (asking === undefined) return;
  const why = env['CI'] === 'true' ? 'CI is "true"' : 'there is no terminal';
  if (env['CI'] === 'true' || !ask) {
    throw new TargetError(`"states.${asking}.prompt" needs a person, but ${why}; use user, http or command instead`);
  }
}

/** Longer than what a rate puts between two requests of a device, so that the server decides how long a connection is kept. */
const spacedIdleMs = 120_000;

function record(
  target: TargetDescription,
  {
    timeoutMs,
    tlsReportOnly = false,
    seed,
    isEmbedded,
    filters,
    selected,
    shard,
    scenarios,
    effects,
    profile,
    concurrency,
    rate,
    signal,
    timeLimit,
    ask,
    onNotice,
    watch,
    onScenario,
    modules,
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
      ...(rate === undefined ? {} : { idleMs: spacedIdleMs }),
      ...(target.ca === undefined ? {} : { ca: [target.ca] }),
    }),
    ...(isEmbedded === undefined ? {} : { isEmbedded }),
    ...(seed === undefined ? {} : { seed }),
    ...(filters === undefined ? {} : { filters }),
    ...(selected === undefined ? {} : { selected }),
    ...(shard === undefined ? {} : { shard }),
    ...(scenarios === undefined ? {} : { scenarios }),
    ...(effects === undefined ? {} : { effects }),
    ...(profile === undefined ? {} : { profile }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(rate === undefined ? {} : { rate }),
    ...(signal === undefined ? {} : { signal }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
    ...(ask === undefined ? {} : { ask }),
    ...(onNotice === undefined ? {} : { onNotice }),
    ...(watch === undefined ? {} : { watch }),
    ...(onScenario === undefined ? {} : { onScenario }),
    ...(modules === undefined ? {} : { modules }),
  });
}
