import type { ExchangeNote, Results } from '../../../harness/engine/verdict/results.ts';
import type { Exchange, Session } from '../../../harness/wire/exchange/exchange.ts';
import { oneLine } from '../../text/printable.ts';
import { shortened } from '../../text/shortened.ts';

/** An exchange with what the results say of it. */
export interface Step {
  readonly exchange: Exchange;
  readonly note: ExchangeNote | undefined;
}

/** What one device did, in order. */
export interface Device {
  readonly anchor: string;
  /** Missing in the recording of another tool. */
  readonly scenario?: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

/** The devices of a session in the order in which they began; what no device is named for stands together. */
export function devicesOf(results: Results, session: Session): readonly Device[] {
  const notes = new Map(results.exchanges.map((note) => [note.index, note]));
  const groups = new Map<string, { readonly scenario?: string; readonly name: string; readonly steps: Step[] }>();
  for (const exchange of session.exchanges) {
    const note = notes.get(exchange.index);
    const scenario = exchange.label?.scenario ?? note?.scenario;
    const name = exchange.label?.flow ?? note?.flow ?? 'recorded';
    const key = JSON.stringify([scenario, name]);
    const group = groups.get(key) ?? { ...(scenario === undefined ? {} : { scenario }), name, steps: [] };
    group.steps.push({ exchange, note });
    groups.set(key, group);
  }
  const taken = new Map<string, number>();
  return [...groups.values()].map((group) => ({ ...group, anchor: freeAnchor(anchorOf(group), taken) }));
}

/** Two names that differ in white space alone get two anchors. */
function freeAnchor(wanted: string, taken: Map<string, number>): string {
  let number = taken.get(wanted) ?? 0;
  let anchor = wanted;
  do {
    number += 1;
    anchor = number === 1 ? wanted : `${wanted}~${number}`;
  } while (number > 1 && taken.has(anchor));
  taken.set(wanted, number);
  if (number > 1) taken.set(anchor, 1);
  return anchor;
}

/** By its name, so that it stays when others are added; no id of HTML may have white space. */
function anchorOf({ scenario, name }: Pick<Device, 'scenario' | 'name'>): string {
  const words = ['device', ...(scenario === undefined ? [] : [scenario]), oneLine(name)];
  return words
    .map((word) => word.slice(0, longestName))
    .join('/')
    .replaceAll(/\s+/g, '_');
}

/** Of a name that a recording brings. */
export const longestName = 200;

/** An address, and what came, may be as long as a target likes. */
const longest = 300;

/** What was asked, without the origin of the target: `POST /EnrollmentServer/Policy.svc`. */
export function askedIn({ request: { method, url } }: Exchange, origin: string): string {
  return shortened(`${method} ${url.startsWith(`${origin}/`) ? url.slice(origin.length) : url}`, longest);
}

/** What came: `200, DiscoverResponse`. */
export function cameIn({ exchange: { request, answer }, note }: Step): string {
  const asked = `${request.method} ${request.url} → `;
  const summary = note?.summary ?? String(answer.response?.status ?? 'no answer');
  return shortened(summary.startsWith(asked) ? summary.slice(asked.length) : summary, longest);
}

/** `https://mdm.example.test` of the address of the target; empty where that is no address. */
export function originOf(target: string): string {
  return URL.canParse(target) ? new URL(target).origin : '';
}
