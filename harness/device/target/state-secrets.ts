import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';
import { secretsOfCommand } from './command-secrets.ts';
import type { ServerStates, StateRequest, StateWay } from './server-state.ts';
import { secretsAmong, secretsOfUrl } from './url-secrets.ts';
import type { Pair } from './url-secrets.ts';

/**
 * The secrets in the calls and commands that bring states about: in their URLs and arguments, and the values of a JSON or form body whose
 * names say that they are secret. The password of a user is a `Secret`, and none of these.
 */
export function secretsOfStates(states: ServerStates = {}): readonly KnownSecret[] {
  return Object.values(states).flatMap(secretsOfWay);
}

function secretsOfWay(way: StateWay): readonly KnownSecret[] {
  if (way.by === 'http') return both(way.request, way.undo).flatMap(secretsOfCall);
  return way.by === 'command' ? both(way.command, way.undo).flatMap(secretsOfCommand) : [];
}

function both<T>(one: T, other: T | undefined): readonly T[] {
  return other === undefined ? [one] : [one, other];
}

function secretsOfCall({ url, body = '' }: StateRequest): readonly KnownSecret[] {
  return [...secretsOfUrl(url), ...secretsAmong(jsonPairs(body) ?? [...new URLSearchParams(body)])];
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
