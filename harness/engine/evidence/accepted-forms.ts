import type { Evidence } from './evidence.ts';
import { isUnrecorded, isUnsent } from './unanswered.ts';

/** The form of each message that a run goes on with; the usual one unless the server refuses it and accepts another. */
export interface AcceptedForms {
  /** The certificate request of Windows, or one that every reader of ASN.1 understands. */
  readonly certificateRequest: 'windows' | 'modern';
  /** The key policy that GetPolicies gives, or the default of Windows. */
  readonly keyPolicy: 'given' | 'default';
}

/** The forms of a device that nobody has refused. */
export const usualForms: AcceptedForms = { certificateRequest: 'windows', keyPolicy: 'given' };

type Item = Pick<Evidence, 'kind' | 'state' | 'facts' | 'exchange'>;
const known = new WeakMap<readonly Evidence[], AcceptedForms>();

/**
 * The forms that the valid requests of a run show as accepted. One form counts as refused only if none of its valid requests succeeded,
 * and another takes its place only if it succeeded.
 */
export function acceptedForms(evidence: readonly Evidence[]): AcceptedForms {
  const forms = known.get(evidence) ?? readForms(evidence);
  known.set(evidence, forms);
  return forms;
}

/** Whether a valid request failed that has a form in whose place the server accepts another one. */
export function isOfRefusedForm(item: Item, evidence: readonly Evidence[]): boolean {
  if (item.state === 'success' || !item.exchange.label) return false;
  if (item.kind === 'discover') return isOfRefusedVersion(item, evidence);
  if (item.kind === 'get-policies') return acceptedForms(evidence).keyPolicy === 'default';
  return isWindowsRequest(item) && acceptedForms(evidence).certificateRequest === 'modern';
}

/** Each device asks with a RequestVersion of its own: none of its Discovers succeeded, and those of another did. */
function isOfRefusedVersion({ exchange: { label } }: Item, evidence: readonly Evidence[]): boolean {
  const valid = validIn(evidence).filter(({ kind }) => kind === 'discover');
  const isAlike = (other: Evidence): boolean => other.exchange.label?.variant === label?.variant;
  return isRefused(valid.filter(isAlike)) && valid.some(({ state }) => state === 'success');
}

/** The usual forms of which no valid request succeeded, although some were sent. */
export function refusedForms(evidence: readonly Evidence[]): {
  readonly windowsRequest: boolean;
  readonly policies: boolean;
} {
  const valid = validIn(evidence);
  return {
    windowsRequest: isRefused(valid.filter(isWindowsRequest)),
    policies: isRefused(valid.filter(({ kind }) => kind === 'get-policies')),
  };
}

function readForms(evidence: readonly Evidence[]): AcceptedForms {
  const isEnrolling = validIn(evidence).some(({ kind, state }) => kind === 'issue' && state === 'success');
  const { windowsRequest, policies } = refusedForms(evidence);
  return {
    certificateRequest: windowsRequest && isEnrolling ? 'modern' : 'windows',
    keyPolicy: policies && isEnrolling ? 'default' : 'given',
  };
}

function validIn(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter((item) => isValid(item) && !isUnsent(item) && !isUnrecorded(item));
}

function isValid({ exchange: { label }, facts }: Item): boolean {
  return label !== undefined && facts.deviations.length === 0 && (label.family === undefined || label.control === true);
}

function isWindowsRequest({ kind, facts }: Item): boolean {
  return kind === 'issue' && facts.certificateRequest?.shape === 'windows';
}

function isRefused(items: readonly Item[]): boolean {
  return items.length > 0 && items.every(({ state }) => state !== 'success');
}
