import { isFilled } from '../../protocol/html/html-form.ts';
import type { HtmlForm } from '../../protocol/html/html-form.ts';
import type { HtmlPage } from '../../protocol/html/read-page.ts';

/** The form that takes the sign-in on, or why none does. */
export type NextForm = { readonly form: HtmlForm } | { readonly problem: string };

/**
 * Chooses the form of a page: the one with most of the fields that the target file names; else one that nobody has to fill, which a script
 * or a click submits. `sent` are the names that were submitted already: a form that asks for nothing but those refuses what they held.
 */
export function nextForm(
  { forms, scripts, title }: HtmlPage,
  names: readonly string[],
  sent: ReadonlySet<string>,
): NextForm {
  const page = title === '' ? 'the page' : `the page "${title.slice(0, 80)}"`;
  const namedIn = ({ fields }: HtmlForm): readonly string[] =>
    names.filter((name) => fields.some((field) => field.name === name && isFilled(field)));
  const fitting = forms.filter((form) => namedIn(form).length > 0);
  const [best] = fitting.toSorted((one, other) => namedIn(other).length - namedIn(one).length);
  if (best) {
    const asked = namedIn(best);
    if (asked.some((name) => !sent.has(name))) return { form: best };
    return { problem: `${page} asks again for ${listed(asked)}: the server did not accept them` };
  }
  const unfilled = forms.find(({ fields, address }) => address !== undefined && !fields.some(isFilled));
  if (unfilled) return { form: unfilled };
  const there = forms.flatMap(({ fields }) => fields.filter(isFilled).map(({ name }) => name));
  if (there.length > 0) {
    return { problem: `no form of ${page} holds ${listed(names)} of "signIn.form"; its fields are ${listed(there)}` };
  }
  return scripts.length > 0
    ? {
        problem: `${page} builds its form by script, which needs a browser; give "browser" in "signIn", or a token or a command`,
      }
    : { problem: `${page} holds no form` };
}

function listed(names: readonly string[]): string {
  return [...new Set(names)]
    .slice(0, 12)
    .map((name) => JSON.stringify(name.slice(0, 60)))
    .join(', ');
}
