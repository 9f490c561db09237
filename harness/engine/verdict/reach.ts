import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** Statuses that demand a credential or refuse the given one. */
const refusingStatuses: readonly number[] = [401, 403];

/**
 * Why a run did not reach the target, as a clause for people; undefined if it did. There are three reasons: no exchange got an
 * HTTP status line; the target refused every request; the target refused the credential of the first valid request with one, and no
 * service accepted it.
 * A third-party recording never has such a reason, because nobody knows which of its credentials were meant to be right.
 */
export function barrierTo({ evidence, thirdParty }: Dossier): string | undefined {
  if (thirdParty) return undefined;
  if (!evidence.some(isAnswered)) return `the target did not answer: ${breakOf(evidence[0])}`;
  const asked = evidence.filter(({ kind }) => kind !== 'host' && kind !== 'plain-probe');
  if (asked.length > 0 && asked.every((item) => refusingStatuses.includes(statusOf(item)))) {
    return `the target refused every request with HTTP ${asked.map(statusOf)[0]}, even those that need no credentials`;
  }
  const valid = evidence.filter(
    ({ kind, facts }) => (kind === 'get-policies' || kind === 'issue') && facts.deviations.length === 0,
  );
  const [first] = valid;
  // A credential that one service accepted is right, and the refusal of the other is a finding.
  if (!first || !isCredentialRefusal(first) || valid.some(({ state }) => state === 'success')) return undefined;
  return (
    `the target refused the credentials: exchange ${first.exchange.index}, the first with credentials, got ${first.trouble}; ` +
    'check the e-mail address and the password'
  );
}

/** Whether a run did not reach the target and no service accepted its user: more requests would be useless, or lock the user out. */
export function isShutOut(dossier: Dossier): boolean {
  return barrierTo(dossier) !== undefined;
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
