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
}

/** Inputs that a user neither sees nor fills. */
const unfilled: readonly string[] = ['hidden', 'submit', 'button', 'image', 'reset'];

/** Whether a user fills this field. */
export function isFilled({ type }: HtmlField): boolean {
  return !unfilled.includes(type);
}
