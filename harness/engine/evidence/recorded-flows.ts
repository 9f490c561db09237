import type { Evidence } from './evidence.ts';
import type { Flow } from './flow.ts';
import type { Kind } from './kind.ts';
import { recordedSteps } from './recorded-steps.ts';
import type { StepFinder } from './recorded-steps.ts';
import { issueOfSigner } from './renewal-offer.ts';

/** The kinds of exchanges before the request for a certificate. */
const earlier: readonly Kind[] = ['probe', 'discover', 'authenticate', 'terms-of-use', 'get-policies'];

/**
 * The flows of a third-party recording: each issue with the earlier exchanges of its device, and each renewal with the issue of the
 * certificate that it renews.
 */
export function recordedFlows(evidence: readonly Evidence[]): Flow[] {
  const stepOf = recordedSteps(evidence);
  return evidence
    .filter(({ state }) => state === 'success')
    .flatMap((item) => {
      if (item.kind === 'issue') return [enrollmentFlow(item, stepOf)];
      return item.kind === 'renew' ? renewalFlow(item, evidence) : [];
    });
}

function enrollmentFlow(issue: Evidence, stepOf: StepFinder): Flow {
  const steps = new Map<Kind, Evidence>();
  const ambiguous = new Map<Kind, readonly Evidence[]>();
  const members = [issue];
  for (const kind of earlier) {
    const { found, candidates, attempts } = stepOf(issue, kind);
    if (found) steps.set(kind, found);
    else if (candidates.length > 0) ambiguous.set(kind, candidates);
    members.push(...attempts);
  }
  steps.set('issue', issue);
  const inOrder = members.toSorted((one, other) => one.exchange.index - other.exchange.index);
  return { name: `exchange ${issue.exchange.index}`, steps, members: inOrder, ambiguous };
}

function renewalFlow(renew: Evidence, evidence: readonly Evidence[]): Flow[] {
  const issue = issueOfSigner(renew.facts.renewal, evidence.slice(0, renew.exchange.index));
  if (!issue) return [];
  const steps = new Map<Kind, Evidence>([
    ['issue', issue],
    ['renew', renew],
  ]);
  return [{ name: `exchange ${renew.exchange.index}`, steps, members: [issue, renew] }];
}
