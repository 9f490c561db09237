import type { HtmlForm } from './html-form.ts';
import type { HtmlPage } from './read-page.ts';

/** The name of the input that carries the token (MS-MDE2 3.2). */
export const tokenInput = 'wresult';

/**
 * The form that ends a sign-in: it goes to an application and not to the web. A form of the web that holds a `wresult` is a step between
 * two servers (WS-Federation), which a browser takes like any other.
 */
export function endFormOf({ forms }: Pick<HtmlPage, 'forms'>): HtmlForm | undefined {
  const ends = forms.filter(({ address }) => address !== undefined && isOfApplication(address));
  return ends.find(({ fields }) => fields.some(({ name }) => name === tokenInput)) ?? ends[0];
}

/** Whether an address is none of the web, nor code that a browser runs. */
function isOfApplication(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(?:https?|javascript|data|about|blob|mailto|tel):/i.test(address);
}
