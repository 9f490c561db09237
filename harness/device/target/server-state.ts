import type { Secret } from '../../wire/redaction/secret.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';
import type { SignInWay } from '../sign-in/sign-in-way.ts';
import type { StateCommand } from './state-command.ts';

/** An HTTP call that changes the state of the server. */
export interface StateRequest {
  readonly method: string;
  /** HTTPS, or HTTP on loopback. */
  readonly url: string;
  readonly body?: string;
}

/** How to bring a state about: for one prepared user, or for all users until it is ended. */
export type StateWay =
  | {
      readonly by: 'user';
      readonly email: string;
      /** Where the server takes passwords. */
      readonly password?: Secret;
      /** Where the server takes tokens. */
      readonly signIn?: SignInWay;
    }
  | { readonly by: 'http'; readonly request: StateRequest; readonly undo?: StateRequest }
  | {
      readonly by: 'command';
      readonly command: StateCommand;
      readonly undo?: StateCommand;
      /** The absolute working folder of the command. */
      readonly folder: string;
    }
  | { readonly by: 'prompt'; readonly text: string };

/** The device that a state is about. */
export interface StateDevice {
  readonly deviceId: string;
  readonly name: string;
}

/** The way with the device in place of `{deviceId}` and `{deviceName}`, for an address as one segment of it. */
export function forDevice(way: StateWay, { deviceId, name }: StateDevice): StateWay {
  const fill = (text: string): string => text.replaceAll('{deviceId}', deviceId).replaceAll('{deviceName}', name);
  const call = (request: StateRequest): StateRequest => ({
    ...request,
    url: fill(request.url),
    ...(request.body === undefined ? {} : { body: fill(request.body) }),
  });
  switch (way.by) {
    case 'user':
      return way;
    case 'http':
      return { ...way, request: call(way.request), ...(way.undo ? { undo: call(way.undo) } : {}) };
    case 'command': {
      const arguments_ = ([program, ...rest]: StateCommand): StateCommand => [fill(program), ...rest.map(fill)];
      return { ...way, command: arguments_(way.command), ...(way.undo ? { undo: arguments_(way.undo) } : {}) };
    }
    case 'prompt':
      return { ...way, text: fill(way.text) };
  }
}

/** The states of a target file, with the way to bring each about. */
export type ServerStates = Readonly<Partial<Record<StateName, StateWay>>>;
