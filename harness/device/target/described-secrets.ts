import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';
import { secretsOfStates } from './state-secrets.ts';
import type { Target } from './target.ts';
import { secretsOfUrl } from './url-secrets.ts';

/** The secrets that the addresses and the states of a target hold, though nobody wrapped them. */
export function describedSecrets({ url, links = [], states }: Target): readonly KnownSecret[] {
  return [...[url, ...links].flatMap(secretsOfUrl), ...secretsOfStates(states)];
}
