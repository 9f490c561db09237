/** Who has to act so that a code goes away. */
type Party = 'server' | 'device' | 'user' | 'administrator' | 'network';

/** One code that a Windows device shows when an enrollment fails, and what is known of it. */
export interface FaultEntry {
  /** `subcode` and `error-type` are sent by the server; a `client` code is the device's own conclusion. */
  readonly kind: 'subcode' | 'error-type' | 'client';
  /** What the server writes into the fault; only where the code travels. */
  readonly wireName?: string;
  /** As an unsigned 32-bit number. */
  readonly hresult: number;
  /** Symbolic names, the preferred spelling first; the others are as documents or headers print them. */
  readonly names: readonly [string, ...string[]];
  readonly meaning: string;
  /** Who causes it. */
  readonly cause: Party;
  /** What to do about it, as an imperative sentence. */
  readonly remedy: string;
  /** Documents and sections that name it. */
  readonly sources: readonly [string, ...string[]];
  /** How a test makes a server answer with it, where one can. */
  readonly provoke?: string;
}

/** A fault entry that travels on the wire. */
export type WireFault = FaultEntry & { readonly wireName: string };
