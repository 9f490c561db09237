import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';
import type { ServerStates, StateRequest } from './server-state.ts';

const secretName = /key|token|secret|passw|pwd|auth|sig|code|credential/i;
/** A shorter value is a setting, such as `on`. */
const shortestSecret = 6;

/** The secrets in the calls that bring states about: values of the query and of a JSON or form body whose names say that they are secret. */
export function secretsOfStates(states: ServerStates = {}): readonly KnownSecret[] {
  return Object.values(states)
    .flatMap((way) => (way.by === 'http' ? [way.request, ...(way.undo ? [way.undo] : [])] : []))
    .flatMap(pairsOf)
    .filter(([name, value]) => secretName.test(name) && value.trim().length >= shortestSecret)
    .map(([, value]) => ({ kind: 'token', value }));
}

type Pair = readonly [name: string, value: string];

function pairsOf({ url, body = '' }: StateRequest): readonly Pair[] {
  const query = URL.canParse(url) ? [...new URL(url).searchParams] : [];
  return [...query, ...(jsonPairs(body) ?? new URLSearchParams(body))];
}

function jsonPairs(body: string): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  try {
    JSON.parse(body, (name, value: unknown) => {
      if (typeof value === 'string') pairs.push([name, value]);
      return value;
    });
    return pairs;
  } catch {
    return undefined;
  }
}
