/** What is wrong with a link. */
export type LinkDefectKind =
  | 'form'
  | 'no-mode'
  | 'wrong-mode'
  | 'unknown-parameter'
  | 'letter-case'
  | 'escaped-ampersand'
  | 'repeated-parameter'
  | 'wrong-escape'
  | 'plus-sign'
  | 'unescaped-character'
  | 'cut-server'
  | 'cut-link'
  | 'wrong-username'
  | 'wrong-server'
  | 'plain-server'
  | 'wrong-device-identifier'
  | 'wrong-ownership'
  | 'empty-value'
  | 'shown-secret';

/** One thing that is wrong with a link. No field holds a secret. */
export interface LinkDefect {
  readonly kind: LinkDefectKind;
  /** The parameter; absent if the link as a whole is wrong, or its name may be a part of a secret. */
  readonly parameter?: string;
  /** What was seen, as a sentence without its full stop. */
  readonly says: string;
  /** What to write instead, as an imperative sentence without its full stop. */
  readonly remedy: string;
  /** What a device does, and by which source. */
  readonly effect: LinkEffect;
}

/** What a device does with a wrong link: not known, or said by a source. */
export type LinkEffect =
  { readonly known: false } | { readonly known: true; readonly says: string; readonly source: string };

/** No source says what a device does. */
export const notKnown: LinkEffect = { known: false };
