import type { ScenarioProgress } from '../../device/gather.ts';
import type { TargetOptions } from '../../device/target.ts';
import { assess } from '../../../suites/assess.ts';
import { checks } from '../../../suites/index.ts';
import { occasionOf } from '../../../suites/stored-session.ts';
import type { Io } from '../io.ts';
import { createProgress } from '../progress.ts';
import { deliver, prepareDelivery } from '../deliver.ts';
import type { DeliveryOptions } from '../deliver.ts';
import { recordTarget } from '../record-target.ts';
import { selectChecks } from '../selection.ts';
import { timeoutOf } from '../timeout.ts';
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
  const timeoutMs = timeoutOf(options.timeout, '--timeout');
  if (argument === undefined && options.config === undefined) refuseTargetOptions(options);
  const delivery = await prepareDelivery(options);

  const progress = createProgress(io, options.json === true);
  const recording = {
    ...options,
    timeoutMs,
    filters: selection.filters,
    onScenario: (step: ScenarioProgress) => {
      progress.step(step);
    },
  };
  const { session, har } = await recordTarget(argument, recording, io.env);
  progress.end();

  const results = assess(session, selection.checks, occasionOf(session, 'live', ''));
  return await deliver({ results, session, har }, delivery, io);
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
