import { contentOf } from '../../protocol/xml/content.ts';
import { mayBeOfOne, shareMark, signsOf } from './device-signs.ts';
import type { Evidence } from './evidence.ts';
import { isSoapKind } from './kind.ts';
import type { Kind } from './kind.ts';

/** What a device did before it asked for a certificate, as far as a third-party recording tells. */
interface RecordedStep {
  /** The success that the device went on from; absent where there is none, or several that say different things. */
  readonly found?: Evidence;
  /** The successes that it may have gone on from. */
  readonly candidates: readonly Evidence[];
  /** Those, and what else may be of the device, whatever came of it. */
  readonly attempts: readonly Evidence[];
}

/** Finds the step of a kind before an `issue` of the same recording. */
export type StepFinder = (issue: Evidence, kind: Kind) => RecordedStep;

/**
 * Pairs the messages of each device in a recording, where several may enroll at once. Users and device ids tell devices apart;
 * connections, tokens, cookies, client addresses and the address that Discover named say what belongs together; and what one
 * device alone can have gone on from is not another's. Where that leaves several, it is the last one if all say the same.
 */
export function recordedSteps(evidence: readonly Evidence[]): StepFinder {
  const known = new Map<Kind, ReadonlyMap<Evidence, RecordedStep>>();
  return (issue, kind) => {
    const steps = known.get(kind) ?? stepsBefore(kind, evidence);
    known.set(kind, steps);
    return steps.get(issue) ?? { candidates: [], attempts: [] };
  };
}

function stepsBefore(kind: Kind, evidence: readonly Evidence[]): ReadonlyMap<Evidence, RecordedStep> {
  const issues = evidence.filter((item) => item.kind === 'issue');
  const before = evidence.filter((item) => item.kind === kind);
  const owners = new Map<Evidence, string>();
  const contentIn = contentReader();
  const steps = new Map<Evidence, RecordedStep>();
  for (const issue of issues) {
    const { device } = signsOf(issue);
    const isTaken = (item: Evidence): boolean => device !== undefined && (owners.get(item) ?? device) !== device;
    const attempts = before.filter(
      (item) =>
        item.exchange.index < issue.exchange.index && mayBeOfOne(signsOf(item), signsOf(issue)) && !isTaken(item),
    );
    const candidates = nearest(
      attempts.filter(({ state }) => state === 'success'),
      issue,
    );
    const last = candidates.at(-1);
    if (last && candidates.length === 1 && device !== undefined && isSoapKind(kind)) owners.set(last, device);
    const isTold =
      last !== undefined &&
      (!hasCompany(issue, issues) || candidates.every((item) => contentIn(item) === contentIn(last)));
    steps.set(issue, { candidates, attempts, ...(isTold ? { found: last } : {}) });
  }
  return steps;
}

/** Those that something says to belong to the issue, or all where nothing does. */
function nearest(items: readonly Evidence[], issue: Evidence): readonly Evidence[] {
  const marked = narrowed(items, (item) => shareMark(signsOf(item), signsOf(issue)));
  return narrowed(marked, (item) => namesAddress(item, issue));
}

function narrowed(items: readonly Evidence[], isSo: (item: Evidence) => boolean): readonly Evidence[] {
  const fitting = items.filter(isSo);
  return fitting.length > 0 ? fitting : items;
}

/** Discover says where the device goes next. */
function namesAddress(item: Evidence, { exchange }: Evidence): boolean {
  if (item.kind !== 'discover') return false;
  return item.payload.textAt('d:DiscoverResult/d:EnrollmentServiceUrl')?.trim() === exchange.request.url;
}

/** Whether another device may have asked with the same credential. */
function hasCompany(issue: Evidence, issues: readonly Evidence[]): boolean {
  const { device, ...own } = signsOf(issue);
  return issues.some((other) => {
    const { device: otherDevice, ...others } = signsOf(other);
    return other !== issue && (device === undefined || device !== otherDevice) && mayBeOfOne(own, others);
  });
}

/** What an answer says; of a page, nothing that counts. */
function contentReader(): (item: Evidence) => string {
  const known = new Map<Evidence, string>();
  return (item) => {
    const content = known.get(item) ?? (isSoapKind(item.kind) ? contentOf(item.payload) : '');
    known.set(item, content);
    return content;
  };
}
