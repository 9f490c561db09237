/** Who has to act: who wrote the description, runs the network, owns the user, runs the server, or runs this machine. */
export type Owner = 'config' | 'network' | 'auth' | 'target' | 'machine';

/** The steps, in their order. */
export const stepNames = {
  configuration: 'configuration',
  machine: 'machine',
  proxy: 'proxy',
  commands: 'commands',
  callback: 'callback',
  dns: 'DNS',
  tcp: 'TCP',
  tls: 'TLS',
  clock: 'clock',
  discovery: 'discovery',
  credentials: 'credentials',
  'time-outs': 'time-outs',
  'rate-limit': 'rate limit',
} as const;

export type StepId = keyof typeof stepNames;

/** What is wrong, whose problem it is and what to do. Texts are sentences or clauses without a full stop, and hold no secret. */
export interface Problem {
  readonly owner: Owner;
  readonly what: string;
  readonly remedy: string;
  /** Nothing of an enrollment can be reached because of it, so that a run would end with 4. */
  readonly isBarrier?: true;
}

/** One step: what was found, or why it was not looked at. It is `ok` only if it was computed. */
export interface Step {
  readonly id: StepId;
  readonly status: 'ok' | 'problem' | 'skipped';
  /** What was seen; of a skipped step, because of what it was skipped. */
  readonly says: string;
  /** What else is worth knowing, and is no problem. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

export function ok(id: StepId, says: string, notes: readonly string[] = []): Step {
  return { id, status: 'ok', says, notes, problems: [] };
}

export function skipped(id: StepId, because: string): Step {
  return { id, status: 'skipped', says: because, notes: [], problems: [] };
}

/** A step with problems; without one it is `ok`. */
export function judged(id: StepId, says: string, problems: readonly Problem[], notes: readonly string[] = []): Step {
  return { id, status: problems.length === 0 ? 'ok' : 'problem', says, notes, problems };
}

/**
 * The exit code, as a run would end: 2 for what the user or this machine has to put right, 4 for what bars the way to an enrollment, 1 for
 * other problems of the target, else 0.
 */
export function exitCodeOfSteps(steps: readonly Step[]): 0 | 1 | 2 | 4 {
  const problems = steps.flatMap((step) => step.problems);
  const isOf = (...those: readonly Owner[]): boolean => problems.some(({ owner }) => those.includes(owner));
  if (isOf('config', 'machine')) return 2;
  if (isOf('network', 'auth') || problems.some(({ isBarrier }) => isBarrier === true)) return 4;
  return problems.length > 0 ? 1 : 0;
}
