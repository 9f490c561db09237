import type { Secret } from '../../wire/redaction/secret.ts';
import type { StateCommand } from '../target/state-command.ts';
import type { BrowserWay } from './browser/browser-step.ts';

/** How the user of a target signs in where the server asks for a token. */
export type SignInWay =
  /** The token itself, as the last page of the server would hold it. */
  | { readonly by: 'token'; readonly token: Secret }
  /** A program whose first line of output is the token; `folder` is its absolute working folder. */
  | { readonly by: 'command'; readonly command: StateCommand; readonly folder: string }
  /** The fields that a user fills in the forms of the sign-in pages, by name. */
  | { readonly by: 'form'; readonly fields: Readonly<Record<string, string | Secret>> }
  /** A browser that runs the scripts of the pages, by a script of the target file or by a person. */
  | BrowserWay;
