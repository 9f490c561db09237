/**
 * Who has to act so that a code goes away. `certificate` is whoever runs the certificate of the server or its chain, `network` includes
 * each proxy, and `identity provider` is who signs users in. `nobody`: the code is no failure. `not known`: no source says it.
 */
export type Party =
  | 'server'
  | 'certificate'
  | 'network'
  | 'device'
  | 'user'
  | 'identity provider'
  | 'administrator'
  | 'nobody'
  | 'not known';

/** One code that a Windows device shows, and what is known of it. */
export interface FaultEntry {
  /** `subcode` and `error-type` are sent by the server; a `client` code is the device's own conclusion. */
  readonly kind: 'subcode' | 'error-type' | 'client';
  /** What the server writes into the fault; only where the code travels. */
  readonly wireName?: string;
  /** As an unsigned 32-bit number. */
  readonly hresult: number;
  /** Symbolic names, the preferred spelling first; the others are as documents or headers print them. Empty if none is known. */
  readonly names: readonly string[];
  readonly meaning: string;
  /** Who has to act, the likeliest first. */
  readonly who: readonly [Party, ...Party[]];
  /** What to do about it, as an imperative sentence. */
  readonly remedy: string;
  /** What the claims rest on: documents, headers and reports. */
  readonly sources: readonly [string, ...string[]];
  /** Why the meaning is not certain, if it is not. */
  readonly doubt?: string;
  /** How a test makes a server answer with it, where one can. */
  readonly provoke?: string;
}

/** A fault entry that travels on the wire. */
export type WireFault = FaultEntry & { readonly wireName: string };
