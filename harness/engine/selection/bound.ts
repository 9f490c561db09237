import type { BreakReason, Label } from '../../wire/exchange/exchange.ts';
import type { Where } from '../rule/check.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isChallenge } from '../evidence/challenge.ts';
import { answerCheckOf } from '../evidence/kind.ts';
import type { Kind } from '../evidence/kind.ts';
import { match, unusable } from './match.ts';
import { isUnrecorded } from '../evidence/unanswered.ts';
import type { Match } from './match.ts';
import { isGranted } from '../evidence/is-granted.ts';
import type { RequestFacts } from '../evidence/request-facts.ts';
import { tokenDeviations } from '../evidence/token-deviations.ts';
import { isUnrelatedRefusal } from './server-states.ts';
import { signatureDeviations } from '../evidence/signature-deviations.ts';
import { isVersionDecided } from '../evidence/tls.ts';

/** What may be wrong with a credential; everything else is wrong with the content of a message. */
const credentialDeviations: readonly string[] = [
  'security-missing',
  'security-duplicate',
  'security-undecodable',
  'timestamp-expired',
  'credential-type',
  'unknown-user',
  'markup-user',
  'wrong-password',
  'empty-password',
  'near-miss-password',
  ...tokenDeviations,
  ...signatureDeviations,
];

/** Whether an exchange is of the sort that a check is narrowed to. */
export function matchesWhere({ facts, exchange, state }: Evidence, where: Where): boolean {
  if ('family' in where) return exchange.label?.family === where.family && exchange.label.control !== true;
  const sought = [where.deviation].flat();
  if (!facts.deviations.some((deviation) => sought.includes(deviation))) return false;
  return state === 'success' || !hasOtherReason(facts, sought);
}

/** Credential and content are both wrong: a refusal may be for either, and says nothing about the one that is sought. */
function hasOtherReason({ deviations }: RequestFacts, sought: readonly string[]): boolean {
  const isOfCredential = (deviation: string): boolean =>
    credentialDeviations.includes(deviation) || deviation.startsWith('jwt-');
  const isAboutCredential = sought.some(isOfCredential);
  return deviations.some((deviation) => deviation !== 'schema' && isOfCredential(deviation) !== isAboutCredential);
}

/**
 * A negative or a variant counts only beside valid requests that succeed: the controls of its flow, or in a third-party
 * recording any success of its kind. A server that refuses everything proves nothing by refusing this one too.
 */
export function matchBound(item: Evidence, evidence: readonly Evidence[]): Match {
  const { label, index } = item.exchange;
  const controls = label
    ? evidence.filter(({ exchange }) => exchange.label?.control && isOneFlow(exchange.label, label))
    : evidence.filter((other) => other.kind === item.kind && isGranted(other)).slice(0, 1);
  // A session that begins with a challenge is granted behind it.
  const isAsked = controls.some(isGranted) ? isChallenge : () => false;
  const failed = controls.find((control) => !isGranted(control) && !isAsked(control));
  if (failed) return unusable(failed, evidence);
  if (controls.length === 0) {
    return { kind: 'unusable', reason: `no valid request succeeded beside exchange ${index}`, exchanges: [index] };
  }
  if (label && !controls.some(({ exchange }) => exchange.index > index)) {
    return { kind: 'unusable', reason: `no valid request succeeded after exchange ${index}`, exchanges: [index] };
  }
  const isOfOthers = label && item.state !== 'success' && controls.every(({ kind }) => kind !== item.kind);
  const unproven = isOfOthers ? neverAnswered(item.kind, evidence) : undefined;
  if (unproven) return unusable(unproven, evidence);
  if (isUnrecorded(item) || isUnreached(item, evidence)) return unusable(item, evidence);
  if (label && item.exchange.request.connection?.tlsVersion !== undefined && !isVersionDecided(item.exchange)) {
    return { kind: 'unusable', reason: `exchange ${index} got ${item.trouble}`, exchanges: [index] };
  }
  if (isTooEarlyToTell(item, controls)) {
    return {
      kind: 'unusable',
      reason: `the server may have refused exchange ${index} because it came too early`,
      exchanges: [index],
    };
  }
  if (isUnrelatedRefusal(item)) {
    return {
      kind: 'unusable',
      reason: `the server refused exchange ${index} because of its current state`,
      exchanges: [index],
    };
  }
  return match(item);
}

/** The first valid request of a kind of which none succeeded: what refuses those too says nothing by refusing others. */
export function neverAnswered(kind: Kind, evidence: readonly Evidence[]): Evidence | undefined {
  if (answerCheckOf(kind) === undefined) return undefined;
  const valid = evidence.filter((item) => item.kind === kind && item.facts.deviations.length === 0);
  return valid.some(({ state }) => state === 'success') ? undefined : valid[0];
}

const unconnected: readonly BreakReason[] = ['dns', 'refused', 'tls'];

/** Whether no connection came about, nor any other to that host: then it was not refused for what is wrong with it. */
function isUnreached(item: Evidence, evidence: readonly Evidence[]): boolean {
  const { answer, request } = item.exchange;
  if (answer.kind !== 'broken' || !unconnected.includes(answer.reason)) return false;
  const host = originOf(request.url);
  const isReached = ({ kind, state, exchange }: Evidence): boolean =>
    exchange.answer.response !== undefined || (kind === item.kind && state === 'success');
  return !evidence.some((other) => isReached(other) && originOf(other.exchange.request.url) === host);
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

/** A renewal before its time was refused, and none of those that succeeded was before its time. */
function isTooEarlyToTell({ kind, state, facts }: Evidence, controls: readonly Evidence[]): boolean {
  if (kind !== 'renew' || state === 'success' || facts.renewal?.early !== true) return false;
  if (facts.deviations.includes('state-early-renewal')) return false;
  return !controls.some((control) => control.facts.renewal?.early === true);
}

function isOneFlow(one: Label, other: Label): boolean {
  return one.scenario === other.scenario && one.flow === other.flow;
}
