import type { Secret } from '../../wire/redaction/secret.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';

/** A call of an interface of the server that changes its state. */
export interface StateRequest {
  readonly method: string;
  /** HTTPS, or HTTP on loopback. */
  readonly url: string;
  readonly body?: string;
}

/** Program and arguments; no shell reads them. */
export type StateCommand = readonly [program: string, ...rest: string[]];

/** How a state is brought about: for one user who was prepared, or for all until it is undone. */
export type StateWay =
  | { readonly by: 'user'; readonly email: string; readonly password?: Secret }
  | { readonly by: 'http'; readonly request: StateRequest; readonly undo?: StateRequest }
  | {
      readonly by: 'command';
      readonly command: StateCommand;
      readonly undo?: StateCommand;
      /** Absolute folder in which it runs. */
      readonly folder: string;
    }
  | { readonly by: 'prompt'; readonly text: string };

/** The states that a target says how to bring about. */
export type ServerStates = Readonly<Partial<Record<StateName, StateWay>>>;
