import { resolveTarget } from '../device/target.ts';
import type { TargetOptions } from '../device/target.ts';
import { startReferenceServer } from '../reference-server/start.ts';
import { createLiveTransport } from '../session/live-transport.ts';
import { recordSession } from '../../suites/record-session.ts';
import type { RecordingOptions, TargetDescription } from '../../suites/record-session.ts';
import type { StoredSession } from '../../suites/stored-session.ts';

/** What a live run may be told, besides its target. */
export interface LiveOptions extends TargetOptions, Pick<RecordingOptions, 'seed' | 'filters' | 'onScenario'> {
  /** For one exchange. */
  readonly timeoutMs: number;
  readonly tlsReportOnly?: boolean;
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
    return await record(resolveTarget(argument, options, env), options, 'generated');
  }
  await using embedded = await startReferenceServer({ keys: 'pool' });
  return await record({ url: embedded.url, ...embedded.user, ca: embedded.caPem }, options, 'pool');
}

function record(
  target: TargetDescription,
  { timeoutMs, tlsReportOnly = false, seed, filters, onScenario }: LiveOptions,
  keys: 'generated' | 'pool',
): Promise<StoredSession> {
  return recordSession({
    target,
    keys,
    transport: createLiveTransport({
      timeoutMs,
      tlsReportOnly,
      ...(target.ca === undefined ? {} : { ca: [target.ca] }),
    }),
    ...(seed === undefined ? {} : { seed }),
    ...(filters === undefined ? {} : { filters }),
    ...(onScenario === undefined ? {} : { onScenario }),
  });
}
