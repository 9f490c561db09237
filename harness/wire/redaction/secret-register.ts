import type { KnownSecret } from './secret-ledger.ts';
import type { Secret } from './secret.ts';
import { secretsIn } from './secrets-in.ts';

/** Gives the text of a secret, and sees to it that the session of the run does not show it. */
export type Reveal = (secret: Secret) => string;

/** The secrets of one run. Nobody adds one: to reveal a secret is to register it. */
export interface SecretRegister {
  readonly reveal: Reveal;
  /** What redaction has to replace. The order does not depend on which scenario came first. */
  readonly known: () => readonly KnownSecret[];
}

/** A register that begins with every secret that hangs on `owner`, sent or not. */
export function createSecretRegister(owner: object): SecretRegister {
  const own = new Map<string, KnownSecret>();
  const revealed = new Map<string, KnownSecret>();
  for (const secret of secretsIn(owner)) secret.revealTo((known) => own.set(keyOf(known), known));
  return {
    reveal: (secret) =>
      secret.revealTo((known) => {
        const key = keyOf(known);
        if (!own.has(key)) revealed.set(key, known);
      }),
    known: () => [...own.values(), ...[...revealed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, known]) => known)],
  };
}

function keyOf({ kind, value }: KnownSecret): string {
  return `${kind} ${value}`;
}
