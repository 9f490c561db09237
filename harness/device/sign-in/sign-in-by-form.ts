import { endFormOf, tokenInput } from '../../protocol/html/end-form.ts';
import type { HtmlForm } from '../../protocol/html/html-form.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { formBody, formQuery, withCrlf } from './form-body.ts';
import type { Entries } from './form-body.ts';
import { nextForm } from './next-form.ts';
import type { Arrival, WebWindow } from './web-window.ts';

/** The token of a sign-in, or why there is none, as a clause for people without a secret. */
export type SignInResult = { readonly token: Secret } | { readonly problem: string };

/** The fields that a user fills, by name. */
export type SignInFields = Readonly<Record<string, string | Secret>>;

/** In one sign-in. */
const mostForms = 10;

/** Fills and submits the forms from the first page on, up to the one that holds the token. */
export async function signInByForm(
  window: WebWindow,
  start: Arrival,
  fields: SignInFields,
  reveal: Reveal,
): Promise<SignInResult> {
  const sent = new Set<string>();
  let arrival = start;
  for (let count = 0; ; count += 1) {
    if (arrival.kind === 'stopped') return { problem: arrival.problem };
    if (arrival.kind === 'closed') return { problem: 'the sign-in ended without a form' };
    const { url, page } = arrival;
    const end = endFormOf(page);
    if (end) return tokenIn(end);
    if (count === mostForms) return { problem: `the sign-in did not end after ${mostForms} forms` };
    const next = nextForm(page, Object.keys(fields), sent);
    if ('problem' in next) return next;
    const { form } = next;
    if (form.address === undefined) return { problem: `a form of the sign-in goes to no address` };
    const entries = entriesOf(form, fields, reveal);
    for (const [name] of entries) if (name in fields) sent.add(name);
    const name = count === 0 ? 'sign-in-form' : `sign-in-form-${count + 1}`;
    arrival =
      form.method === 'post'
        ? await window.submit(form.address, url, formBody(form.enctype, entries), name)
        : await window.open(withQuery(form.address, formQuery(entries)), name);
  }
}

/** What a browser would submit: the fields of the form with their values, those of the user filled in, and the first button. */
function entriesOf(form: HtmlForm, fields: SignInFields, reveal: Reveal): Entries {
  const button = form.fields.find(({ type }) => type === 'submit' || type === 'button');
  return form.fields
    .filter((field) => field === button || field.isSilent !== true || field.name in fields)
    .map(({ name, value }) => [name, textOf(fields[name] ?? value, reveal)] as const);
}

function textOf(value: string | Secret, reveal: Reveal): string {
  return typeof value === 'string' ? value : reveal(value);
}

/** A browser hands over the value with its line breaks as CRLF. */
function tokenIn({ fields }: HtmlForm): SignInResult {
  const value = fields.find(({ name }) => name === tokenInput)?.value;
  if (value === undefined) return { problem: `the last form holds no input "${tokenInput}"` };
  return value.trim() === ''
    ? { problem: `the input "${tokenInput}" of the last form is empty` }
    : { token: new Secret('token', withCrlf(value)) };
}

function withQuery(address: string, query: string): string {
  return Object.assign(new URL(address), { search: query }).href;
}
