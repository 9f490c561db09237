import type { CallbackAddress } from '../../device/run/callback-listener.ts';
import { waysOf } from '../../device/target/target-ways.ts';
import { resolveTarget } from '../../device/target/target.ts';
import type { Target, TargetOptions } from '../../device/target/target.ts';
import { targetOf } from '../../device/target/target-description.ts';
import { TargetError } from '../../device/target/target-error.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { startEmbeddedServer } from '../embedded-server.ts';
import { serveIssuer } from '../serve-issuer.ts';
import { commandsStep } from './commands-step.ts';
import { callbackStep, machineStep, proxyStep } from './own-steps.ts';
import { reachSteps } from './reach-steps.ts';
import { credentialsStep, discoveryStep, rateStep, timeOutsStep } from './service-steps.ts';
import { judged, ok, skipped } from './step.ts';
import type { Step, StepId } from './step.ts';
import { clockStep, tlsStep } from './tls-steps.ts';
import { visit } from './visit.ts';

/** What to look at. */
export interface DiagnosisOptions extends TargetOptions {
  /** For one exchange. */
  readonly timeoutMs: number;
  readonly tlsReportOnly?: boolean;
  readonly callback?: CallbackAddress;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gets each step as soon as it is known, in order. */
  readonly onStep?: (step: Step) => void;
  /** Called before anything is sent; names what is sent. */
  readonly onSend?: (words: string) => void;
}

/** All steps, in order. */
export interface Diagnosis {
  /** The URL; missing where the configuration names none that can be used. */
  readonly target?: string;
  readonly embedded: boolean;
  readonly steps: readonly Step[];
}

const overHttp: readonly StepId[] = ['tls', 'clock', 'discovery', 'credentials', 'time-outs', 'rate-limit'];
const allAfterConfiguration: readonly StepId[] = ['proxy', 'commands', 'callback', 'dns', 'tcp', ...overHttp];

/**
 * Looks at each step between a description and an enrollment, and sends nothing that leaves something behind. Without a target, it looks at
 * the embedded reference server. A problem of the configuration ends it before anything is sent.
 */
export async function diagnose(argument: string | undefined, options: DiagnosisOptions): Promise<Diagnosis> {
  const steps: Step[] = [];
  const add = (...some: readonly Step[]): void => {
    for (const step of some) {
      steps.push(step);
      options.onStep?.(step);
    }
  };
  if (argument === undefined && options.config === undefined) {
    await using embedded = await startEmbeddedServer();
    const target = targetOf(embedded.target);
    add(
      skipped('configuration', 'no target was named: this looks at the embedded reference server'),
      await machineStep(process.cwd()),
    );
    await examine({ ...target, states: {} }, options, add);
    return { target: target.url, embedded: true, steps };
  }
  const target = configured(argument, options);
  if ('status' in target) {
    add(target, await machineStep(process.cwd()));
    add(...allAfterConfiguration.map((id) => skipped(id, 'the configuration cannot be used')));
    return { embedded: false, steps };
  }
  add(ok('configuration', wordsOn(target)), await machineStep(process.cwd()));
  await examine(target, options, add);
  return { target: target.url, embedded: false, steps };
}

/** The target, or the step that says why there is none. */
function configured(argument: string | undefined, options: DiagnosisOptions): Target | Step {
  try {
    return resolveTarget(argument, options, options.env);
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    const problems = error.message
      .split('\n')
      .map((what) => ({ owner: 'config', what, remedy: 'correct it; nothing was sent' }) as const);
    return judged('configuration', 'it cannot be used', problems);
  }
}

function wordsOn(target: Target): string {
  const ways = waysOf(target);
  return `${target.email}, with ${ways.length === 0 ? 'no credentials' : `means for ${ways.join(', ')}`}`;
}

async function examine(
  target: Target,
  options: DiagnosisOptions,
  add: (...steps: readonly Step[]) => void,
): Promise<void> {
  const { url } = target;
  const own = [
    proxyStep(url, options.env),
    await commandsStep(target, options),
    await callbackStep(target, options.callback),
  ];
  add(...own);
  if (own.some(({ problems }) => problems.some(({ owner }) => owner === 'config'))) {
    const because = 'nothing is sent before the configuration is right';
    add(...(['dns', 'tcp', ...overHttp] as const).map((id) => skipped(id, because)));
    return;
  }
  const reach = await reachSteps(url, options.timeoutMs);
  add(...reach.steps);
  if (!reach.isOpen) {
    add(...overHttp.map((id) => skipped(id, 'no connection comes about')));
    return;
  }
  const byPerson = target.signIn?.by === 'browser' && target.signIn.script === undefined;
  const { signIn, ...withoutSignIn } = target;
  const asked: Target = byPerson || signIn === undefined ? withoutSignIn : target;
  const ways = waysOf(asked).filter((way) => way !== 'entra' || asked.auth === 'entra');
  options.onSend?.(
    ways.length === 0
      ? 'requests that read'
      : `requests that read; the credentials (${ways.join(', ')}) are tried once`,
  );
  await using issuer = await serveIssuer(asked);
  const { session, redacted } = await visit(issuer.target, options);
  using dossier = openDossier(session);
  const tls = tlsStep(session.exchanges);
  const isBarred = tls.problems.some(({ isBarrier }) => isBarrier === true);
  const judgedSteps = isBarred
    ? [tls, ...overHttp.slice(1).map((id) => skipped(id, 'TLS does not come about'))]
    : [
        tls,
        clockStep(session.exchanges),
        discoveryStep(dossier),
        credentialsStep(dossier, { ways, needsPerson: byPerson }, session.meta?.signInProblem),
        timeOutsStep(dossier, options.timeoutMs),
        rateStep(dossier),
      ];
  add(...judgedSteps.map((step) => withoutSecrets(step, redacted)));
}

/** What a server said may hold a secret that it got. */
function withoutSecrets(step: Step, redacted: (text: string) => string): Step {
  return {
    ...step,
    says: redacted(step.says),
    notes: step.notes.map(redacted),
    problems: step.problems.map((problem) => ({
      ...problem,
      what: redacted(problem.what),
      remedy: redacted(problem.remedy),
    })),
  };
}
