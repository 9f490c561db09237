import type { Evidence } from './evidence.ts';
import { wayOfPolicy } from './way.ts';
import type { Way } from './way.ts';

/** What a server has for devices, as far as a session shows it. */
export interface OfferedWays {
  /** What it chooses for a client that offers what its profile has; undefined if it chose nothing. */
  readonly chosen: Way | undefined;
  /** What it chose for a device that offered this alone. */
  readonly offered: ReadonlySet<Way>;
  /** What a device offered alone, with or without success. */
  readonly asked: ReadonlySet<Way>;
}

/** Reads the ways of a server from its answers to Discover. */
export function offeredWaysIn(evidence: readonly Evidence[]): OfferedWays {
  const discovers = evidence.filter(({ kind, facts }) => kind === 'discover' && facts.deviations.length === 0);
  const answers = discovers.filter(({ state }) => state === 'success');
  const first = answers.find(({ exchange }) => exchange.label?.variant === undefined);
  const alone = discovers.flatMap((item) => {
    const [way, ...others] = askedIn(item);
    return way === undefined || others.length > 0 ? [] : [{ way, item }];
  });
  const granted = alone.filter(({ way, item }) => item.state === 'success' && chosenIn(item) === way);
  return {
    chosen: first && chosenIn(first),
    offered: new Set(granted.map(({ way }) => way)),
    asked: new Set(alone.map(({ way }) => way)),
  };
}

function chosenIn({ payload }: Evidence): Way | undefined {
  return wayOfPolicy(payload.textAt('d:DiscoverResult/d:AuthPolicy'));
}

function askedIn({ request }: Evidence): readonly (Way | undefined)[] {
  const offered = request.all('/*/*/d:Discover/d:request/d:AuthPolicies/d:AuthPolicy');
  return offered.map(({ text }) => wayOfPolicy(text));
}
