import type { Provisioning } from '../../../harness/engine/evidence/provisioning.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { isMamDocument } from './mam-document.ts';
import { integerOf } from './parms.ts';

/** One of the three series in which a device asks its server for work. */
export interface Retries {
  /** How often; 0 with an interval means without end. */
  readonly count: number;
  /** In minutes. */
  readonly interval: number;
}

/** The polling schedule of a document (MS-MDE2 2.2.9.3), absent parms at their defaults. */
export interface Polling {
  /** The Poll characteristic. */
  readonly node: XmlNode;
  readonly first: Retries;
  readonly second: Retries;
  readonly remaining: Retries;
}

/** The six parms of a schedule and the values that Windows takes for absent ones. */
export const pollingDefaults = {
  NumberOfFirstRetries: 10,
  IntervalForFirstSetOfRetries: 15,
  NumberOfSecondRetries: 0,
  IntervalForSecondSetOfRetries: 0,
  NumberOfRemainingScheduledRetries: 0,
  IntervalForRemainingScheduledRetries: 0,
} as const;

/** The name of one of the six parms. */
export type PollingParm = keyof typeof pollingDefaults;

/** The Poll characteristic of the provider; `undefined` where there is none, and in a MAM document, which is exempt. */
export function pollNode(provisioning: Provisioning): XmlNode | undefined {
  if (isMamDocument(provisioning)) return undefined;
  return provisioning.provider?.find('characteristic[@type="Poll"]');
}

/** Six checks read the schedule of each document, so what was read once is kept as long as the document. */
const schedules = new WeakMap<Provisioning, { readonly polling: Polling | undefined }>();

/** The schedule; `undefined` where there is none to be judged, or one of its values is no number. */
export function readPolling(provisioning: Provisioning): Polling | undefined {
  const read = schedules.get(provisioning) ?? { polling: readSchedule(provisioning) };
  schedules.set(provisioning, read);
  return read.polling;
}

function readSchedule(provisioning: Provisioning): Polling | undefined {
  const node = pollNode(provisioning);
  if (!node) return undefined;
  const first = readRetries(node, 'NumberOfFirstRetries', 'IntervalForFirstSetOfRetries');
  const second = readRetries(node, 'NumberOfSecondRetries', 'IntervalForSecondSetOfRetries');
  const remaining = readRetries(node, 'NumberOfRemainingScheduledRetries', 'IntervalForRemainingScheduledRetries');
  return first && second && remaining ? { node, first, second, remaining } : undefined;
}

/** Where a parm of the schedule stands; where it is absent, the Poll characteristic. */
export function pollingPlace(poll: XmlNode, name: PollingParm): XmlNode {
  return poll.find(`parm[@name="${name}"]/@value`) ?? poll;
}

/** A series that is not used: it has neither count nor interval. */
export function isUnused({ count, interval }: Retries): boolean {
  return count === 0 && interval === 0;
}

/** A series that goes on without end. */
export function isInfinite({ count, interval }: Retries): boolean {
  return count === 0 && interval !== 0;
}

function readRetries(poll: XmlNode, count: PollingParm, interval: PollingParm): Retries | undefined {
  const numbers = { count: readNumber(poll, count), interval: readNumber(poll, interval) };
  if (numbers.count === undefined || numbers.interval === undefined) return undefined;
  return { count: numbers.count, interval: numbers.interval };
}

function readNumber(poll: XmlNode, name: PollingParm): number | undefined {
  const parm = poll.find(`parm[@name="${name}"]`);
  const value = parm ? integerOf(parm) : pollingDefaults[name];
  return value !== undefined && value >= 0 ? value : undefined;
}
