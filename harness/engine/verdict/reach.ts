import { isElsewhere, isLedAway } from '../explanation/wrong-address.ts';
import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Kind } from '../evidence/kind.ts';
import { isWebPage } from '../evidence/web-page.ts';

/** Why a session says nothing of how a server enrolls. */
export interface Barrier {
  /**
   * `no-answer`: no exchange got an HTTP status line. `no-service`: something else than an enrollment service answered. `outage`: the
   * server answered 503 to everything, or its gateway 502 or 504. `sealed`: the target refused every request. `credentials`: it refused those of the first request.
   */
  readonly kind: 'no-answer' | 'no-service' | 'outage' | 'sealed' | 'credentials';
  /** A clause for people. */
  readonly why: string;
}

/** Statuses that demand a credential or refuse the given one. */
const refusingStatuses: readonly number[] = [401, 403];
/** A server that is not available, and a gateway whose server gave no answer (RFC 9110, 15.6.3 to 15.6.5). */
const outages: readonly number[] = [502, 503, 504];
/** What says nothing of the services of an enrollment. */
const beside: readonly Kind[] = ['host', 'plain-probe', 'deep-link-page', 'throttled', 'other'];

/**
 * Why a run did not reach the target; undefined if it did. Failed checks then prove nothing. In a third-party recording, nobody knows which
 * of its credentials were meant to be right, so only a wrong address and an outage show there.
 */
export function barrierTo(dossier: Dossier): Barrier | undefined {
  const asked = dossier.evidence.filter(({ kind }) => !beside.includes(kind));
  return outageOf(asked) ?? noServiceIn(dossier, asked) ?? (dossier.thirdParty ? undefined : refusalOf(dossier, asked));
}

function refusalOf({ evidence }: Dossier, asked: readonly Evidence[]): Barrier | undefined {
  if (!evidence.some(isAnswered)) {
    return { kind: 'no-answer', why: `the target did not answer: ${breakOf(evidence[0])}` };
  }
  if (asked.length > 0 && asked.every((item) => refusingStatuses.includes(statusOf(item)))) {
    const why = `the target refused every request with HTTP ${asked.map(statusOf)[0]}, even those that need no credentials`;
    return { kind: 'sealed', why };
  }
  const valid = evidence.filter(
    ({ kind, facts }) => (kind === 'get-policies' || kind === 'issue') && facts.deviations.length === 0,
  );
  const [first] = valid;
  // A credential that one service accepted is right, and the refusal of the other is a finding.
  if (!first || !isCredentialRefusal(first) || valid.some(({ state }) => state === 'success')) return undefined;
  const where = `exchange ${first.exchange.index}, the first with credentials, got ${first.trouble}`;
  const why = isWebPage(first)
    ? `a gateway or web server refused what carries credentials: ${where}; let the services of /EnrollmentServer through`
    : `the target refused the credentials: ${where}; ` +
      'check the e-mail address and the password; a server that takes only tokens refuses the right ones too';
  return { kind: 'credentials', why };
}

function outageOf(asked: readonly Evidence[]): Barrier | undefined {
  const [first] = asked;
  if (!first || !asked.every((item) => outages.includes(statusOf(item)) && item.state !== 'fault')) return undefined;
  const retry = first.headers('Retry-After')[0]?.value;
  const when =
    retry === undefined ? 'run again when it is back' : `run again afterwards: it says Retry-After: ${retry}`;
  const statuses = [...new Set(asked.map(statusOf))];
  const what = statuses.includes(503)
    ? 'the server is not available: it'
    : 'the server behind a gateway gives no answer: the gateway';
  return { kind: 'outage', why: `${what} answered HTTP ${statuses.join(' or ')} to every request; ${when}` };
}

/** Every valid Discover got something that no enrollment service says, and nothing else of an enrollment succeeded. */
function noServiceIn({ evidence, session, thirdParty }: Dossier, asked: readonly Evidence[]): Barrier | undefined {
  const lost = thirdParty ? undefined : lostProbe(asked);
  if (lost !== undefined) return { kind: 'no-service', why: `no enrollment service at this address: ${lost}` };
  const discovers = asked.filter(({ kind, facts }) => kind === 'discover' && facts.deviations.length === 0);
  const [first] = discovers;
  const isServed = evidence.some(({ kind, state }) => isEnrollment(kind) && (state === 'success' || state === 'fault'));
  if (!first || isServed || !discovers.every((item) => isElsewhere(item, evidence))) return undefined;
  const { url } = first.exchange.request;
  const target = session.meta?.target;
  const from = target === undefined || target === url ? '' : `, where ${target} led to`;
  const why = `no enrollment service at this address: ${url}${from} answered every Discover with ${first.trouble}`;
  return { kind: 'no-service', why };
}

/** A run that sent no Discover, because the probe was led away to where nobody answers, or without end. */
function lostProbe(asked: readonly Evidence[]): string | undefined {
  const [first] = asked;
  const last = asked.at(-1);
  if (!first || !last || !asked.every(({ kind }) => kind === 'probe') || !isLedAway(first)) return undefined;
  const to = first.headers('Location')[0]?.value.trim() ?? '';
  const ending = last.state === 'broken' ? 'which did not answer' : 'which redirects again';
  const { index, request } = first.exchange;
  return `${request.url} answered the probe (exchange ${index}, HTTP ${statusOf(first)}) with a redirect to ${to}, ${ending}`;
}

function isEnrollment(kind: Evidence['kind']): boolean {
  return ['discover', 'get-policies', 'issue', 'renew'].includes(kind);
}

/** Whether a run did not reach the target and no service accepted its user: more requests would be useless, or lock the user out. */
export function isShutOut(dossier: Dossier): boolean {
  return barrierTo(dossier) !== undefined;
}

/** Whether the policy service alone may be what refuses the user, so that it is worth asking the other one. */
export function isWorthAsking(dossier: Dossier): boolean {
  return ['credentials', 'sealed'].includes(barrierTo(dossier)?.kind ?? '');
}

function breakOf(first: Evidence | undefined): string {
  const answer = first?.exchange.answer;
  return answer?.kind === 'broken' ? answer.message.replace(/\.$/, '') : 'the run sent no request';
}

function isAnswered({ exchange }: Evidence): boolean {
  return exchange.answer.response !== undefined;
}

function statusOf({ exchange }: Evidence): number {
  return exchange.answer.response?.status ?? 0;
}

function isCredentialRefusal(item: Evidence): boolean {
  if (item.state === 'success' || item.state === 'broken') return false;
  if (refusingStatuses.includes(statusOf(item))) return true;
  return item.state === 'fault' && ['Authentication', 'InvalidSecurity'].includes(item.fault.subcode ?? '');
}
