import type { Secret } from '../../../wire/redaction/secret.ts';

/** One thing that a scripted browser does on the sign-in pages; elements are found by CSS selectors. */
export type BrowserStep =
  /** Fills the first element that is found, when it is there, with a text or a secret. */
  | { readonly fill: string; readonly with: string | Secret }
  /** Clicks the first element that is found, when it is there. */
  | { readonly click: string };

/** How a browser signs in. */
export interface BrowserWay {
  readonly by: 'browser';
  /** Absolute path of a Chromium or an Edge. Default: the one that is found. */
  readonly executable?: string;
  /** Without a window. Default: only with a script. */
  readonly headless?: boolean;
  /** Default: a person signs in. */
  readonly script?: readonly BrowserStep[];
}
