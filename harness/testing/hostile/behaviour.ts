import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import type { Chain } from '../../protocol/pki/testing/chains.ts';
import type { RawServerOptions } from '../../wire/testing/raw-server.ts';
import type { Vary } from '../varied-run.ts';

/** What an attacker gives to the tool, and so which command meets it. */
export type Attack =
  /** `run` at a server that answers every request with these bytes, over TLS unless `plain`. `trap` is the address of the trap. */
  | {
      readonly by: 'bytes';
      readonly reply: string | readonly string[] | ((trap: string) => string);
      readonly goesOn?: Pick<RawServerOptions, 'end' | 'piece' | 'everyMs'>;
      readonly plain?: true;
      /** Seconds that one exchange may take (`--timeout`). Default: 30, which no row needs. */
      readonly timeout?: number;
    }
  /** `run` at the reference server with wrong TLS. */
  | { readonly by: 'tls'; readonly defect: TlsDefect }
  /** A run at the reference server whose answers are changed on their way, in this process. */
  | { readonly by: 'answers'; readonly vary: Vary }
  /** `audit` of a file; `name` is that of the file. */
  | { readonly by: 'recording'; readonly har: () => unknown; readonly name?: string }
  /** `chain` on a leaf, or on a file that should hold one. */
  | { readonly by: 'chain'; readonly chain: () => Chain | Buffer }
  /** `validate` on a message or a provisioning document. */
  | { readonly by: 'message'; readonly message: () => Uint8Array | string }
  /** Bytes to the listener at which a run counts what a target fetches. */
  | { readonly by: 'caller'; readonly bytes: string };

/**
 * What must hold, besides what `hold.ts` demands of every row: no check breaks, the exit code is never 5, the password is nowhere, no
 * markup and no control character of the attacker is shown, nothing is written outside of `--out`, no request reaches a trap.
 */
export interface Holds {
  /** The exit code; none where no command runs. */
  readonly exit?: number;
  /** What the command says, in the words of its output. */
  readonly says?: string;
  /** Checks that fail. */
  readonly fails?: readonly string[];
  /** The largest `session.har`, in bytes. */
  readonly keeps?: number;
}

/** What a row costs, measured once on one core: `light` is below half a second. */
type Cost = 'light' | 'a second' | 'seconds';

/** One thing that an attacker does, and what must hold then. */
export interface Behaviour {
  /** Completes the `subject` of its family. */
  readonly name: string;
  readonly attack: Attack;
  readonly holds: Holds;
  /** Default: `light`. */
  readonly cost?: Cost;
  /** It is also shown to the built command, in a process of its own. */
  readonly built?: true;
}

/** Behaviours of one kind. */
export interface Family {
  /** A heading. */
  readonly title: string;
  /** Who attacks, and how: `A target that`. */
  readonly subject: string;
  readonly rows: readonly Behaviour[];
}
