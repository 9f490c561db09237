import { randomBytes } from 'node:crypto';
import { gather } from '../../device/gather.ts';
import type { ScenarioProgress } from '../../device/gather.ts';
import type { KeyMode } from '../../device/device-keys.ts';
import { resolveTarget } from '../../device/target.ts';
import type { Target, TargetOptions } from '../../device/target.ts';
import { startReferenceServer } from '../../reference-server/start.ts';
import { readHar, serialiseHar, writeHar } from '../../session/har.ts';
import { createLiveTransport } from '../../session/live-transport.ts';
import { assess } from '../../../suites/assess.ts';
import { checks } from '../../../suites/index.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import type { Io } from '../io.ts';
import { createProgress } from '../progress.ts';
import { deliver, prepareDelivery } from '../deliver.ts';
import type { DeliveryOptions } from '../deliver.ts';
import { selectChecks } from '../selection.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface RunOptions extends TargetOptions, DeliveryOptions {
  readonly suite?: string;
  readonly check?: string;
  readonly tlsReportOnly?: true;
  readonly timeout: string;
  readonly seed?: string;
}

/** Enrolls at the target, judges what was recorded, writes the reports. Nothing is sent before all that can be checked is. */
export async function run(argument: string | undefined, options: RunOptions, io: Io): Promise<number> {
  const selection = selectChecks(checks, options);
  const timeoutMs = timeoutOf(options.timeout);
  if (argument === undefined && options.config === undefined) refuseTargetOptions(options);
  const delivery = await prepareDelivery(options);

  await using embedded = isEmbedded(argument, options) ? await startReferenceServer({ keys: 'pool' }) : undefined;
  const target: Target = embedded
    ? { url: embedded.url, ...embedded.user, ca: embedded.caPem, deviceTrust: [], capabilities: [] }
    : resolveTarget(argument, options, io.env);
  const keys: KeyMode = embedded ? 'pool' : 'generated';

  const progress = createProgress(io, options.json === true);
  const recording = await gather({
    target,
    transport: createLiveTransport({
      timeoutMs,
      ...(target.ca === undefined ? {} : { ca: [target.ca] }),
      ...(options.tlsReportOnly ? { tlsReportOnly: true } : {}),
    }),
    scenarios,
    now: () => new Date(),
    seed: options.seed ?? randomBytes(8).toString('hex'),
    keys,
    filters: selection.filters,
    onScenario: (step: ScenarioProgress) => {
      progress.step(step);
    },
  });
  progress.end();

  const har = serialiseHar(writeHar(recording));
  const session = readHar(har);
  const { runId, startedAt, durationMs } = recording.meta;
  const results = assess(session, selection.checks, { mode: 'live', runId, startedAt, durationMs, target: target.url });
  return deliver({ results, session, har }, delivery, io);
}

function isEmbedded(argument: string | undefined, { config }: RunOptions): boolean {
  return argument === undefined && config === undefined;
}

/** Without a target these say that one was meant. */
function refuseTargetOptions({ email, ca, passwordFile, auth, deviceTrust }: RunOptions): void {
  const given = Object.entries({
    '--email': email,
    '--ca': ca,
    '--password-file': passwordFile,
    '--auth': auth,
    '--device-trust': deviceTrust,
  }).find(([, value]) => value !== undefined);
  if (given)
    throw new UsageError(`${given[0]} needs a target: give its discovery URL, domain, e-mail address or target file`);
}

function timeoutOf(word: string): number {
  const seconds = Number(word);
  if (Number.isFinite(seconds) && seconds >= 1 && seconds <= 600) return seconds * 1000;
  throw new UsageError(`--timeout: "${word}" is not allowed; give seconds from 1 to 600`);
}
