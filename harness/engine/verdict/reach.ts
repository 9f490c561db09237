import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** Statuses that ask for a credential or refuse the one that was shown. */
const closedDoors: readonly number[] = [401, 403];

/**
 * Why a run never got at the target, as a clause for people; undefined where it did. Either no exchange brought an HTTP status
 * line, or the first valid request with a credential was refused for that credential, or there is nothing but refusals. A
 * third-party recording has no such reason: nobody knows which credentials were meant to be right.
 */
export function barrierTo({ evidence, thirdParty }: Dossier): string | undefined {
  if (thirdParty) return undefined;
  if (!evidence.some(isAnswered)) return `nothing was reached: ${breakOf(evidence[0])}`;
  const asked = evidence.filter(({ kind }) => kind !== 'host' && kind !== 'plain-probe');
  if (asked.length > 0 && asked.every((item) => closedDoors.includes(statusOf(item)))) {
    return `every request was refused with HTTP ${asked.map(statusOf)[0]}, even those that need no credentials`;
  }
  const first = evidence.find(
    ({ kind, facts }) => (kind === 'get-policies' || kind === 'issue') && facts.deviations.length === 0,
  );
  if (!first || !isCredentialRefusal(first)) return undefined;
  return (
    `the credentials were refused: exchange ${first.exchange.index}, the first to carry them, brought ${first.trouble}; ` +
    'check the e-mail address and the password'
  );
}

/** Whether a run never got at the target and no service has let its user in: what else it sent would be for nothing, or do harm. */
export function isShutOut(dossier: Dossier): boolean {
  const isLetIn = dossier.evidence.some(
    ({ kind, state }) => (kind === 'get-policies' || kind === 'issue') && state === 'success',
  );
  return !isLetIn && barrierTo(dossier) !== undefined;
}

function breakOf(first: Evidence | undefined): string {
  const answer = first?.exchange.answer;
  return answer?.kind === 'broken' ? answer.message.replace(/\.$/, '') : 'nothing was sent';
}

function isAnswered({ exchange }: Evidence): boolean {
  return exchange.answer.response !== undefined;
}

function statusOf({ exchange }: Evidence): number {
  return exchange.answer.response?.status ?? 0;
}

function isCredentialRefusal(item: Evidence): boolean {
  if (item.state === 'success' || item.state === 'broken') return false;
  if (closedDoors.includes(statusOf(item))) return true;
  return item.state === 'fault' && ['Authentication', 'InvalidSecurity'].includes(item.fault.subcode ?? '');
}
