/** States of a server in which a valid request for a certificate is refused. */
export const refusingStates = [
  'authorization',
  'device-cap',
  'unsupported-device',
  'license',
  'maintenance',
  'custom-error',
  'ca-down',
] as const;

/** States of a server, or of the certificates that it issues, in which the renewal of a certificate is refused. */
export const renewalStates = ['not-eligible-to-renew', 'expired-certificate', 'early-renewal'] as const;

/** Not states of the server, but what it does for a user who was prepared: it lets another one enroll, or has every certificate due. */
export const userStates = ['second-user', 'renewal-due'] as const;

/** What no client can bring about by itself. */
export const stateNames = [...refusingStates, ...renewalStates, ...userStates] as const;

export type StateName = (typeof stateNames)[number];

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
  | { readonly by: 'user'; readonly email: string; readonly password?: string }
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
