import type { RequestFacts } from './request-facts.ts';

/** How clients deviate from the schemas in each Discover, by profile: old and future ones that a run can be. */
const habits: Readonly<Record<string, readonly string[]>> = {
  P3: ['schema'],
  P5: ['schema'],
  P6: ['schema', 'legacy-discover'],
};

/**
 * Takes out of a Discover what its client always does. Where the server answered it, the request counts as valid: what it answers has to be
 * right. No document says that a server has to serve such a client, so a refusal stays one of a deviating request. What a scenario
 * declares stays, too.
 */
export function withoutHabits(facts: RequestFacts, { profile, declared = [], isAnswered }: Habitual): RequestFacts {
  const own = facts.kind === 'discover' ? (habits[profile ?? ''] ?? []) : [];
  const taken = own.filter((deviation) => !declared.includes(deviation));
  if (taken.length === 0) return facts;
  const isKept = (deviation: string): boolean => !taken.includes(deviation);
  return {
    ...facts,
    shown: facts.shown.filter(isKept),
    ...(isAnswered ? { deviations: facts.deviations.filter(isKept) } : {}),
  };
}

/** Of what client a request is, and what is known of it. */
interface Habitual {
  /** Missing in a third-party recording. */
  readonly profile: string | undefined;
  readonly declared: readonly string[] | undefined;
  readonly isAnswered: boolean;
}
