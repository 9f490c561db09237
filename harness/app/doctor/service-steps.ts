import { offeredWaysIn } from '../../engine/evidence/offered-ways.ts';
import type { Dossier } from '../../engine/evidence/dossier.ts';
import type { Way } from '../../engine/evidence/way.ts';
import type { Evidence } from '../../engine/evidence/evidence.ts';
import { refusalsIn } from '../../engine/explanation/refusals.ts';
import { barrierTo } from '../../engine/verdict/reach.ts';
import type { Barrier } from '../../engine/verdict/reach.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import { waitAskedFor } from '../../wire/exchange/retry-after.ts';
import { judged, ok, skipped } from './step.ts';
import type { Owner, Problem, Step } from './step.ts';
import { exchangeOfTls12 } from './visit.ts';

/** What the target gives for its ways in, and what stays out of a visit. */
export interface Means {
  /** The ways that the target gives the means for. */
  readonly ways: readonly Way[];
  /** A person would have to sign in, so that no token was asked for. */
  readonly needsPerson: boolean;
}

const ownerOfBarrier: Readonly<Record<Barrier['kind'], Owner>> = {
  'no-answer': 'network',
  'no-service': 'target',
  outage: 'target',
  sealed: 'auth',
  credentials: 'auth',
};

const remedyOfBarrier: Readonly<Record<Barrier['kind'], string>> = {
  'no-answer': 'look at the server and at what stands before it',
  'no-service': 'give the address of the discovery service: usually https://<host>/EnrollmentServer/Discovery.svc',
  outage: 'run again when the server is back',
  sealed: 'let /EnrollmentServer through without a sign-in: a device has none yet',
  credentials: 'correct the user and the password, and unlock the user if he is locked out; nothing else was tried',
};

/** Judges the probe and Discover: redirects, status, the ways in. */
export function discoveryStep(dossier: Dossier): Step {
  const { evidence } = dossier;
  const probes = evidence.filter(({ kind, exchange }) => kind === 'probe' && exchange.label?.name !== exchangeOfTls12);
  const discovers = evidence.filter(({ kind }) => kind === 'discover');
  const [first] = discovers;
  if (isLimited(first ?? probes[0])) return skipped('discovery', 'the target limits the rate of requests');
  const barrier = barrierTo(dossier);
  if (barrier && barrier.kind !== 'credentials') {
    const { kind, why } = barrier;
    return judged('discovery', why, [
      {
        owner: ownerOfBarrier[kind],
        what: why,
        remedy: remedyOfBarrier[kind],
        ...(kind === 'outage' ? {} : { isBarrier: true }),
      },
    ]);
  }
  if (!first) {
    const what = probes.at(-1)?.trouble ?? '';
    return judged('discovery', 'no Discover was sent', [
      {
        owner: 'target',
        what: `the probe ended with ${what === '' ? 'a redirect that no device follows' : what}`,
        remedy: 'redirect to an https address at most five times, or answer there',
      },
    ]);
  }
  if (first.state !== 'success')
    return judged('discovery', 'Discover got no answer that a device can use', [refused(dossier, first)]);
  const lacks = ['AuthPolicy', 'EnrollmentServiceUrl'].filter(
    (name) => (first.payload.textAt(`d:DiscoverResult/d:${name}`) ?? '').trim() === '',
  );
  if (lacks.length > 0) {
    const what = `the answer to Discover names no ${lacks.join(' and no ')}, so that no device knows a way in`;
    return judged('discovery', what, [
      { owner: 'target', what, remedy: `give ${lacks.join(' and ')} in DiscoverResult` },
    ]);
  }
  const { chosen, offered } = offeredWaysIn(evidence);
  const redirects = probes.length - 1;
  const led =
    redirects > 0 ? `, after ${redirects} redirect${redirects === 1 ? '' : 's'} to ${first.exchange.request.url}` : '';
  const others = [...offered].filter((way) => way !== chosen);
  const ways = `${chosen ?? first.payload.textAt('d:DiscoverResult/d:AuthPolicy') ?? ''}${others.length > 0 ? ` (also ${others.join(', ')})` : ''}`;
  return ok('discovery', `HTTP ${first.response.status}${led}; the way in is ${ways}`);
}

function refused(dossier: Dossier, item: Evidence): Problem {
  const refusal = refusalsIn(dossier).find(({ exchanges }) => exchanges.includes(item.exchange.index));
  const what = `${refusal?.request ?? 'the request'} to ${item.exchange.request.url} got ${refusal?.came ?? item.trouble}`;
  return {
    owner: 'target',
    what,
    remedy: (refusal?.remedy ?? "Look in the server's log for this request.").replace(/\.$/, ''),
  };
}

/** Judges the one GetPolicies with each credential. */
export function credentialsStep(dossier: Dossier, means: Means, signInProblem: string | undefined): Step {
  const { evidence } = dossier;
  const asked = evidence.filter(({ kind }) => kind === 'get-policies');
  const discover = evidence.find(({ kind }) => kind === 'discover');
  const barrier = barrierTo(dossier);
  if (barrier?.kind === 'credentials') {
    return judged('credentials', barrier.why, [
      { owner: 'auth', isBarrier: true, what: barrier.why, remedy: remedyOfBarrier.credentials },
    ]);
  }
  if (discover?.state !== 'success') return skipped('credentials', 'discovery named no service');
  const { chosen, offered } = offeredWaysIn(evidence);
  if (asked.length === 0 && means.needsPerson && chosen === 'federated')
    return skipped('credentials', 'a person has to sign in, in a browser');
  if (asked.length === 0 && chosen !== undefined && !means.ways.includes(chosen)) {
    const what = `the way in is ${chosen}, and the target gives no means for it`;
    return judged('credentials', what, [
      { owner: 'config', what, remedy: `add ${meansFor[chosen] ?? 'it'} to the target file` },
    ]);
  }
  const limited = asked.find(isLimited);
  if (limited) return skipped('credentials', 'the target limits the rate of requests');
  const problems = [
    ...asked.filter(({ state }) => state !== 'success').map((item) => refused(dossier, item)),
    ...(signInProblem !== undefined && means.ways.includes('federated') ? [signInFailed(signInProblem)] : []),
  ];
  if (problems.length > 0) return judged('credentials', 'not every credential was taken', problems);
  if (asked.length > 0) {
    const tried = means.ways.filter((way) => way === chosen || offered.has(way) || means.ways.length === 1);
    return ok(
      'credentials',
      `GetPolicies takes the credentials${tried.length > 0 ? ` (${tried.join(', ')})` : ''}, tried once`,
    );
  }
  if ((discover.payload.textAt('d:DiscoverResult/d:EnrollmentPolicyServiceUrl') ?? '').trim() === '') {
    return skipped('credentials', 'the server has no policy service, and only an enrollment would show them');
  }
  return skipped('credentials', 'no service was asked');
}

function signInFailed(why: string): Problem {
  const remedy = 'correct "signIn" of the target file, and try the sign-in in a browser';
  return { owner: 'auth', what: `nobody could sign in: ${why}`, remedy };
}

const meansFor: Readonly<Record<string, string>> = {
  'on-premise': '"passwordEnv" or "passwordFile"',
  federated: '"signIn"',
  certificate: '"certificate"',
};

/** A slower answer comes near to the limit. */
const slowPart = 0.5;

/** Compares how long the exchanges took with the limit of one. */
export function timeOutsStep({ evidence }: Dossier, limitMs: number): Step {
  const [slowest] = evidence.toSorted((one, other) => other.exchange.durationMs - one.exchange.durationMs);
  if (!slowest) return skipped('time-outs', 'nothing was sent');
  const { durationMs, label, answer } = slowest.exchange;
  const name = `the ${label?.name ?? slowest.kind}`;
  const late = answer.kind === 'broken' && answer.reason === 'timeout';
  const says = `${evidence.length} exchanges, the slowest ${Math.round(durationMs)} ms (${label?.name ?? slowest.kind}); the limit is ${limitMs / 1000} s`;
  if (!late && durationMs < limitMs * slowPart) return ok('time-outs', says);
  const what = late
    ? `${name} got no whole answer within ${limitMs / 1000} s`
    : `${name} took ${(durationMs / 1000).toFixed(1)} s, near to the limit of ${limitMs / 1000} s`;
  return judged('time-outs', says, [
    { owner: 'target', what, remedy: 'find what the server waits for, or give more time with --timeout' },
  ]);
}

/** Looks for answers that ask for fewer requests. */
export function rateStep({ evidence }: Dossier): Step {
  const limited = evidence.filter(isLimited);
  const [first] = limited;
  if (evidence.every(({ exchange }) => exchange.answer.response === undefined))
    return skipped('rate-limit', 'nothing answered');
  if (!first) return ok('rate-limit', `none was met in ${evidence.length} exchanges`);
  const { exchange, response } = first;
  const wait = waitAskedFor(exchange.answer, first.now);
  const what = `HTTP ${response.status} to ${limited.length} of ${evidence.length} exchanges${wait === undefined ? '' : `, which asks to wait ${Math.ceil(wait / 1000)} s`}`;
  return judged('rate-limit', what, [
    {
      owner: 'target',
      what,
      remedy: 'lift the limit for this machine, or run with --rate, which waits as it is asked to',
    },
  ]);
}

function isLimited(item: Evidence | undefined): boolean {
  if (!item) return false;
  const { answer }: Exchange = item.exchange;
  if (answer.response?.status === 429) return true;
  return answer.response?.status === 503 && waitAskedFor(answer, item.now) !== undefined;
}
