import type { Evidence } from './evidence.ts';
import { lastSuccesses } from './flow.ts';
import type { Flow } from './flow.ts';

/** The flows of a run: the labels of its exchanges say which device sent them. */
export function labelledFlows(evidence: readonly Evidence[]): Flow[] {
  const members = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const { label } = item.exchange;
    if (!label) continue;
    const name = `${label.scenario} ${label.flow}`;
    members.set(name, [...(members.get(name) ?? []), item]);
  }
  return [...members].map(([name, items]) => ({ name, members: items, steps: lastSuccesses(items) }));
}
