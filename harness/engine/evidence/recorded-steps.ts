import { contentOf } from '../../protocol/xml/content.ts';
import { mayBeOfOne, shareMark, signsOf } from './device-signs.ts';
import type { Evidence } from './evidence.ts';
import { isSoapKind } from './kind.ts';
import type { Kind } from './kind.ts';

/** An exchange of a device before its request for a certificate, as far as a third-party recording shows it. */
interface RecordedStep {
  /** The success that the device used; absent if there is none, or if several with different contents may be it. */
  readonly found?: Evidence;
  /** The successes that the device may have used. */
  readonly candidates: readonly Evidence[];
  /** All exchanges of this kind that may be from the device, whatever their answer was. */
  readonly attempts: readonly Evidence[];
}

/** Finds the step of a kind before an `issue` of the same recording. */
export type StepFinder = (issue: Evidence, kind: Kind) => RecordedStep;

/**
 * Finds the exchanges of each device in a recording, where several devices may enroll at the same time. Users and device ids
 * separate devices. Connections, tokens, cookies, client addresses and the address that Discover named connect exchanges. If an
 * exchange is the only candidate of one device, other devices cannot use it. If several candidates remain and all say the same,
 * the last one counts.
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

/** The exchanges that a mark or an address connects with the issue; all of them if none is connected. */
function nearest(items: readonly Evidence[], issue: Evidence): readonly Evidence[] {
  const marked = narrowed(items, (item) => shareMark(signsOf(item), signsOf(issue)));
  return narrowed(marked, (item) => namesAddress(item, issue));
}

function narrowed(items: readonly Evidence[], isSo: (item: Evidence) => boolean): readonly Evidence[] {
  const fitting = items.filter(isSo);
  return fitting.length > 0 ? fitting : items;
}

/** Whether this Discover answer names the address of the issue. */
function namesAddress(item: Evidence, { exchange }: Evidence): boolean {
  if (item.kind !== 'discover') return false;
  return item.payload.textAt('d:DiscoverResult/d:EnrollmentServiceUrl')?.trim() === exchange.request.url;
}

/** Whether another device may have used the same credential. */
function hasCompany(issue: Evidence, issues: readonly Evidence[]): boolean {
  const { device, ...own } = signsOf(issue);
  return issues.some((other) => {
    const { device: otherDevice, ...others } = signsOf(other);
    return other !== issue && (device === undefined || device !== otherDevice) && mayBeOfOne(own, others);
  });
}

/** The content of an answer for a comparison; the empty text for an answer that is not SOAP. */
function contentReader(): (item: Evidence) => string {
  const known = new Map<Evidence, string>();
  return (item) => {
    const content = known.get(item) ?? (isSoapKind(item.kind) ? contentOf(item.payload) : '');
    known.set(item, content);
    return content;
  };
}
