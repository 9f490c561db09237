import { packageVersion } from '../../../package-root.ts';
import type { TargetOptions } from '../../../device/target/target.ts';
import { diagnose } from '../../doctor/diagnose.ts';
import type { Diagnosis } from '../../doctor/diagnose.ts';
import { exitCodeOfSteps } from '../../doctor/step.ts';
import type { Step } from '../../doctor/step.ts';
import type { Io } from '../io.ts';
import { stepWriter } from '../step-text.ts';
import { callbackOf } from '../run-options.ts';
import { timeoutOf } from '../timeout.ts';
import { refuseTargetOptions } from '../refuse-target-options.ts';

/** The options of the command. */
export interface DoctorOptions extends Omit<TargetOptions, 'credentials'> {
  readonly tlsReportOnly?: true;
  readonly timeout: string;
  readonly callbackUrl?: string;
  readonly callbackPort?: string;
  readonly json?: true;
}

/** The version of the document that `--json` prints (schemas/json/doctor.schema.json). */
const schemaVersion = 1;

/** Looks at each step on the way to an enrollment, prints it, and says by the exit code whose problem comes first. */
export async function doctor(argument: string | undefined, options: DoctorOptions, io: Io): Promise<number> {
  const timeoutMs = timeoutOf(options.timeout, '--timeout');
  const callback = callbackOf(options.callbackUrl, options.callbackPort);
  if (argument === undefined && options.config === undefined) refuseTargetOptions(options);
  const isJson = options.json === true;
  const write = stepWriter(io);
  if (!isJson) io.out('\n');
  const diagnosis = await diagnose(argument, {
    ...options,
    timeoutMs,
    env: io.env,
    ...(callback ? { callback } : {}),
    ...(isJson
      ? {}
      : {
          onStep: (step: Step) => {
            io.out(write(step));
          },
        }),
    ...(isJson
      ? {}
      : {
          onSend: (words: string) => {
            io.err(`mde-conformance: sends ${words}\n`);
          },
        }),
  });
  const exitCode = exitCodeOfSteps(diagnosis.steps);
  io.out(isJson ? documentOf(diagnosis, exitCode) : `\n${lastLine(diagnosis, exitCode)}\n`);
  return exitCode;
}

function lastLine({ steps, target, embedded }: Diagnosis, exitCode: number): string {
  const problems = steps.flatMap((step) => step.problems);
  const open = steps.filter(({ status }) => status === 'skipped').length;
  const at = target === undefined ? '' : ` at ${embedded ? 'the embedded reference server' : target}`;
  if (problems.length === 0) {
    return `Nothing wrong${at}${open > 0 ? `, as far as was looked: ${open} step${open === 1 ? '' : 's'} skipped` : ''}.`;
  }
  const owners = [...new Set(problems.map(({ owner }) => owner))].join(', ');
  return `${problems.length} problem${problems.length === 1 ? '' : 's'} (${owners})${at}; exit code ${exitCode}.`;
}

function documentOf({ target, embedded, steps }: Diagnosis, exitCode: number): string {
  const document = {
    schemaVersion,
    tool: { name: 'mde-conformance', version: packageVersion },
    ...(target === undefined ? {} : { target }),
    embedded,
    exitCode,
    steps: steps.map(({ problems, ...step }) => ({
      ...step,
      problems: problems.map(({ owner, what, remedy }) => ({ owner, what, remedy })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
