import { formatHresult } from '../../protocol/faults/hresult.ts';
import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isSoapKind, soapMessages } from '../evidence/kind.ts';
import type { Kind, SoapKind } from '../evidence/kind.ts';
import { isWebPage } from '../evidence/web-page.ts';
import { deviceCode } from '../rule/device-code.ts';
import { adviceFor } from './advice.ts';
import { isExceptional } from '../selection/answer-filter.ts';
import { leadOf } from './redirect-cause.ts';
import { nobody } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { isElsewhere, isSentThere } from './wrong-address.ts';

const services: Readonly<Record<SoapKind, string>> = {
  discover: 'The discovery service',
  'get-policies': 'The policy service',
  issue: 'The enrollment service',
  renew: 'The enrollment service',
};

/** Statuses that gateways, web servers and proxies answer themselves; those of `alone` come from nobody else. */
const gatewayStatuses: readonly number[] = [401, 403, 405, 407, 413, 429, 502, 503, 504];
const alone: readonly number[] = [405, 407, 413, 502, 504];

/**
 * The valid requests of a session that did not get their answer, like ones together, in the order of the exchanges. Variants that a run
 * tries are left out: their checks tell of them. Requests that are wrong on purpose, or in a state brought about, are left out too.
 */
export function refusalsIn({ evidence }: Dossier): readonly Refusal[] {
  const alike = new Map<string, Refusal>();
  const answered = firstAnswers(evidence);
  for (const item of evidence.filter(isRefused)) {
    const refusal = explain(item, evidence, answered.get(item.kind));
    const key = JSON.stringify([refusal.kind, refusal.came, refusal.notes, refusal.text]);
    const known = alike.get(key);
    alike.set(key, known ? { ...known, exchanges: [...known.exchanges, ...refusal.exchanges] } : refusal);
  }
  return [...alike.values()];
}

/** The first exchange of each kind whose valid request got its answer. */
function firstAnswers(evidence: readonly Evidence[]): ReadonlyMap<Kind, number> {
  const valid = evidence.filter(({ state, facts }) => state === 'success' && facts.deviations.length === 0);
  return new Map(valid.toReversed().map(({ kind, exchange }) => [kind, exchange.index]));
}

function isRefused(item: Evidence): boolean {
  const { kind, state, exchange } = item;
  if (!isSoapKind(kind) || state === 'success' || isExceptional(item)) return false;
  return exchange.answer.kind !== 'broken' || exchange.answer.reason !== 'unrecorded';
}

const gateway = 'A gateway or web server';

/** Who answered so, or did not. */
function whoAnswered(item: Evidence, evidence: readonly Evidence[]): string {
  const { kind } = item;
  if (kind === 'discover' && isElsewhere(item, evidence)) return nobody;
  if (isGateway(item) && (isWebPage(item) || alone.includes(statusOf(item)))) return gateway;
  return isSoapKind(kind) ? services[kind] : 'The server';
}

function isGateway(item: Evidence): boolean {
  return item.state === 'unusable' && gatewayStatuses.includes(statusOf(item));
}

function statusOf({ exchange }: Evidence): number {
  return exchange.answer.response?.status ?? 0;
}

function explain(item: Evidence, evidence: readonly Evidence[], answeredIn: number | undefined): Refusal {
  const { exchange, kind, trouble } = item;
  const { method, url } = exchange.request;
  const status = exchange.answer.response?.status;
  const code = deviceCode(item);
  const { actor, remedy } = adviceFor(item, evidence);
  return {
    exchange: exchange.index,
    exchanges: [exchange.index],
    kind,
    service: whoAnswered(item, evidence),
    request: isSoapKind(kind) ? soapMessages[kind].request.name : method,
    url,
    ...(status === undefined ? {} : { status }),
    came: cameOf(item, status, trouble),
    notes: notesOn(item, evidence),
    ...faultOf(item),
    ...(answeredIn === undefined ? {} : { answeredIn }),
    ...(code === undefined ? {} : { code: formatHresult(code.hresult), evidence: code.evidence }),
    actor,
    remedy,
  };
}

function cameOf({ state }: Evidence, status: number | undefined, trouble: string): string {
  return state === 'fault' && status !== undefined ? `HTTP ${status} with ${trouble}` : trouble;
}

function faultOf(item: Evidence): Pick<Refusal, 'subcode' | 'errorType' | 'text' | 'traceId'> {
  if (item.state !== 'fault') return {};
  const { subcode, errorType, text, detail } = item.fault;
  const said = text ?? detail?.message;
  return {
    ...(subcode === undefined ? {} : { subcode }),
    ...(errorType === undefined ? {} : { errorType }),
    ...(said === undefined || said === '' ? {} : { text: said }),
    ...(detail?.traceId === undefined || detail.traceId === '' ? {} : { traceId: detail.traceId }),
  };
}

function notesOn(item: Evidence, evidence: readonly Evidence[]): readonly string[] {
  const { response } = item.exchange.answer;
  if (!response) return [];
  const retry = item.headers('Retry-After')[0]?.value;
  const redirect = leadOf(item);
  const isCertain = whoAnswered(item, evidence) === gateway;
  return [
    ...(isSentThere(item, evidence) ? ['a redirect of the probe led to this address'] : []),
    ...(isCertain ? ['the service itself did not answer'] : []),
    ...(isGateway(item) && !isCertain ? ['a gateway or web server may have answered in its place'] : []),
    ...(retry === undefined ? [] : [`Retry-After: ${retry}`]),
    ...(redirect === undefined ? [] : [redirect]),
    ...(item.state === 'fault' && item.fault.form !== 'soap-1.2' ? [formOf(item.fault.form)] : []),
  ];
}

function formOf(form: 'lower-case' | 'soap-1.1'): string {
  return form === 'lower-case'
    ? 'the fault is written in lower case, which is no fault of SOAP 1.2: Windows does not read it'
    : 'the fault is one of SOAP 1.1: whether Windows reads it is not known';
}
