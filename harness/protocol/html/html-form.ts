/** A control of a form that a browser would submit, or a user could fill. */
export interface HtmlField {
  readonly name: string;
  /** The `type` of an input in lower case; else `select`, `textarea` or `button`. */
  readonly type: string;
  readonly value: string;
  /** A box or a radio button that is not chosen, or a button that is not pressed: it is not submitted. */
  readonly isSilent?: true;
}

/** A form as an HTML parser sees it. */
export interface HtmlForm {
  /** In lower case; `get` if the form names none, or none that HTML knows. */
  readonly method: 'get' | 'post' | 'dialog';
  /** The attribute as written; empty if there is none. */
  readonly action: string;
  /** Where the form goes, resolved against the address of the page; undefined if that is no address. */
  readonly address: string | undefined;
  readonly enctype: 'application/x-www-form-urlencoded' | 'multipart/form-data' | 'text/plain';
  /** In document order, without disabled ones and those without a name. */
  readonly fields: readonly HtmlField[];
  /** Whether it has a button or an input that submits it, with or without a name. */
  readonly hasSubmit: boolean;
  /** What submits it, in document order. */
  readonly buttons: readonly HtmlButton[];
}

/** A control that submits a form. */
export interface HtmlButton {
  /** What a person reads on it, white space collapsed. */
  readonly text: string;
  readonly id: string;
  /** Empty if it has none; then the form is submitted without it. */
  readonly name: string;
  readonly value: string;
  /** Where the form goes if this button submits it, resolved; missing if the button does not say. */
  readonly address?: string;
}

/** A link of a page. */
export interface HtmlLink {
  /** What a person reads, white space collapsed. */
  readonly text: string;
  readonly id: string;
  /** Resolved; a scheme that is no web address is kept as written. */
  readonly address: string;
}

/** Inputs that a user neither sees nor fills. */
const unfilled: readonly string[] = ['hidden', 'submit', 'button', 'image', 'reset'];

/** Whether a user fills this field. */
export function isFilled({ type }: HtmlField): boolean {
  return !unfilled.includes(type);
}
