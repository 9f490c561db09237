import { isOfRefusedForm } from '../evidence/accepted-forms.ts';
import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Flow } from '../evidence/flow.ts';
import type { Kind } from '../evidence/kind.ts';
import type { NeedsFlow } from '../rule/check.ts';
import { isExceptional } from './answer-filter.ts';
import { unusable } from './match.ts';
import type { Match } from './match.ts';

/** The flows that come as far as a check looks, each with its steps, or why one of them cannot be used. */
export function selectFlows({ flow }: NeedsFlow, dossier: Dossier): Match[] {
  const last = flow.at(-1);
  return dossier.flows
    .filter(({ members }) => flow.every((kind) => members.some((item) => item.kind === kind)))
    .filter(({ members }) =>
      members.some((item) => item.kind === last && !isExceptional(item) && !isOfRefusedForm(item, dossier.evidence)),
    )
    .map((candidate) => matchFlow(flow, candidate, dossier.evidence));
}

function matchFlow(kinds: readonly Kind[], { steps, members, ambiguous }: Flow, evidence: readonly Evidence[]): Match {
  const [untraceable] = kinds.filter((kind) => ambiguous?.has(kind));
  if (untraceable !== undefined) return undecided(untraceable, ambiguous?.get(untraceable) ?? []);
  const missing = kinds.find((kind) => !steps.has(kind));
  if (missing !== undefined) {
    const culprit = members.findLast((item) => item.kind === missing);
    return culprit
      ? unusable(culprit, evidence)
      : { kind: 'unusable', reason: `no exchange of kind ${missing} succeeded`, exchanges: [] };
  }
  const found = kinds.flatMap((kind) => steps.get(kind) ?? []);
  return {
    kind: 'evidence',
    // Every kind of `flow` has a step here, and a check can name no other.
    evidence: Object.fromEntries(found.map((item) => [item.kind, item])) as Readonly<Record<Kind, Evidence>>,
    exchanges: found.map(({ exchange }) => exchange.index),
  };
}

function undecided(kind: Kind, candidates: readonly Evidence[]): Match {
  const exchanges = candidates.map(({ exchange }) => exchange.index);
  const which = `${exchanges.slice(0, -1).join(', ')} and ${exchanges.at(-1) ?? ''}`;
  return {
    kind: 'unusable',
    reason: `the recording does not show which of the exchanges ${which} (${kind}) belongs to the same device`,
    exchanges,
  };
}
