import type { HtmlButton, HtmlForm, HtmlLink } from '../../protocol/html/html-form.ts';
import type { HtmlPage } from '../../protocol/html/read-page.ts';
import { readTermsAnswer } from '../../protocol/terms-of-use/terms-answer.ts';
import type { TermsControls } from './entra-target.ts';

/** How a person answers the page. */
export type Choice = 'accept' | 'decline';

/** What a person clicks on. */
export type Control = { readonly link: HtmlLink } | { readonly form: HtmlForm; readonly button: HtmlButton };

/** What the controls say in English, and in names of fields. */
const words: Readonly<Record<Choice, RegExp>> = {
  accept: /\b(?:is_?accepted|accept(?:ed)?|i agree|agree|i consent|consent)\b/i,
  decline: /\b(?:declined?|reject(?:ed)?|disagree|do(?: not|n.t) (?:accept|agree|consent))\b/i,
};

/**
 * The control that accepts or declines the terms: the one that the target file names; else a link whose address says it; else the button or
 * link whose words say it; else, to accept, the only button of the page. Undefined if there is none.
 */
export function controlFor(choice: Choice, { forms, links }: HtmlPage, named: TermsControls = {}): Control | undefined {
  const all: readonly Control[] = [
    ...forms.flatMap((form) => form.buttons.map((button) => ({ form, button }))),
    ...links.map((link) => ({ link })),
  ];
  const wanted = choice === 'accept' ? named.control : named.decline;
  if (wanted !== undefined) return all.find((control) => textsOf(control).includes(wanted));
  const isAccepted = choice === 'accept' ? 'true' : 'false';
  const says = all.find(
    (control) => 'link' in control && readTermsAnswer(control.link.address)?.isAccepted?.toLowerCase() === isAccepted,
  );
  if (says) return says;
  const worded = all.filter((control) => meaningOf(control) === choice);
  if (worded[0]) return worded[0];
  const buttons = all.filter((control) => 'button' in control);
  return choice === 'accept' && buttons.length === 1 && meaningOf(buttons[0]) !== 'decline' ? buttons[0] : undefined;
}

/** What a control does by its words: its text first, then its value, its name and its id. */
function meaningOf(control: Control | undefined): Choice | undefined {
  for (const text of control ? textsOf(control) : []) {
    if (words.decline.test(text)) return 'decline';
    if (words.accept.test(text)) return 'accept';
  }
  return undefined;
}

function textsOf(control: Control): readonly string[] {
  if ('link' in control) return [control.link.text, control.link.id];
  const { text, value, name, id } = control.button;
  return [text, value, name, id];
}
