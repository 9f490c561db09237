import { UsageError } from '../cli/usage-error.ts';
import { timeoutOf } from '../cli/timeout.ts';
import type { LiveOptions } from '../cli/record-target.ts';
import type { DeliveryOptions } from '../cli/deliver.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the session of a run comes from. */
export type Source =
  | { readonly mode: 'audit'; readonly capture: string }
  /** Without a target, the embedded reference server. */
  | { readonly mode: 'live'; readonly target: string | undefined; readonly options: LiveOptions };

/** The variable of each option of `run` that is available here. The password comes from MDE_PASSWORD, as in the command. */
const targetVariables = {
  email: 'MDE_EMAIL',
  auth: 'MDE_AUTH',
  ca: 'MDE_CA',
  deviceTrust: 'MDE_DEVICE_TRUST',
  passwordFile: 'MDE_PASSWORD_FILE',
  tlsReportOnly: 'MDE_TLS_REPORT_ONLY',
} as const;

const runVariables = [
  'MDE_TARGET',
  'MDE_CAPTURE',
  'MDE_SEED',
  'MDE_TIMEOUT',
  'MDE_OUT',
  'MDE_FORMAT',
  'MDE_WAIVERS',
  'MDE_PASSWORD',
];

/**
 * Reads from the environment what the command reads from its options. Throws `UsageError` for variables that contradict each other,
 * and for variables of a target without MDE_TARGET: the run would test the embedded server instead, and it would conform.
 */
export function sourceOf(env: Environment): Source {
  const capture = valueOf(env, 'MDE_CAPTURE');
  const target = valueOf(env, 'MDE_TARGET');
  if (capture !== undefined && target !== undefined) {
    throw new UsageError(
      'MDE_CAPTURE and MDE_TARGET are both set; unset one: a run either reads a session or records one',
    );
  }
  if (capture !== undefined) return { mode: 'audit', capture };
  if (target === undefined) refuseTargetVariables(env);
  return { mode: 'live', target, options: liveOptions(env) };
}

/** The output folder and the formats of the reports; the defaults are those of the command. */
export function deliveryOptionsOf(env: Environment): DeliveryOptions {
  return { out: valueOf(env, 'MDE_OUT') ?? 'conformance-report', format: valueOf(env, 'MDE_FORMAT') ?? 'html,junit' };
}

/** The file of known failures. */
export function waiversFileOf(env: Environment): string | undefined {
  return valueOf(env, 'MDE_WAIVERS');
}

function liveOptions(env: Environment): LiveOptions {
  const { tlsReportOnly, ...words } = targetVariables;
  const given = Object.entries({ ...words, seed: 'MDE_SEED' }).map(([option, name]) => [option, valueOf(env, name)]);
  return {
    ...(Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Partial<LiveOptions>),
    timeoutMs: timeoutOf(valueOf(env, 'MDE_TIMEOUT') ?? '30', 'MDE_TIMEOUT'),
    tlsReportOnly: switchOf(env, tlsReportOnly),
  };
}

function switchOf(env: Environment, name: string): boolean {
  const value = valueOf(env, name);
  if (value === undefined || value === '0' || value === 'false') return false;
  if (value === '1' || value === 'true') return true;
  throw new UsageError(`${name}: "${value}" is not allowed; give 1 or 0`);
}

function refuseTargetVariables(env: Environment): void {
  const names = Object.keys(env).filter((name) => name.startsWith('MDE_') && valueOf(env, name) !== undefined);
  const meant = names.find((name) => !runVariables.includes(name));
  if (meant === undefined) return;
  const known: readonly string[] = Object.values(targetVariables);
  const advice = known.includes(meant)
    ? 'set MDE_TARGET to its discovery URL, domain, e-mail address or target file'
    : `this variable is unknown; allowed: ${[...runVariables, ...known].join(', ')}`;
  throw new UsageError(`${meant} is set, but there is no target: ${advice}`);
}

/** CI systems often set a variable to an empty text instead of unsetting it. */
function valueOf(env: Environment, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}

const options: Readonly<Record<string, string>> = {
  '--email': 'MDE_EMAIL',
  '--auth': 'MDE_AUTH',
  '--ca': 'MDE_CA',
  '--device-trust': 'MDE_DEVICE_TRUST',
  '--password-file': 'MDE_PASSWORD_FILE',
  '--out': 'MDE_OUT',
  '--format': 'MDE_FORMAT',
  '--waivers': 'MDE_WAIVERS',
};

/** A message of the command in which the variables replace the options. */
export function inVariables(message: string): string {
  return message.replace(/--[a-z]+(-[a-z]+)*/g, (option) => options[option] ?? option);
}
