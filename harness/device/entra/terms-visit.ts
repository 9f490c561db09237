import type { Answer, HttpRequest, Label } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { readTermsAnswer, termsAddress } from '../../protocol/terms-of-use/terms-answer.ts';
import type { TermsAnswer, TermsQuestion } from '../../protocol/terms-of-use/terms-answer.ts';
import { formBody, formQuery } from '../sign-in/form-body.ts';
import type { Entries } from '../sign-in/form-body.ts';
import { createWebWindow } from '../sign-in/web-window.ts';
import type { Arrival, WebWindow } from '../sign-in/web-window.ts';
import type { TermsControls } from './entra-target.ts';
import { controlFor } from './terms-control.ts';
import type { Choice, Control } from './terms-control.ts';

/** The application that opens the terms of use, as the published sample has it (Learn: Microsoft Entra integration with MDM). */
const termsCallback = 'ms-appx-web://ContosoMdm/ToUResponse';

/** The version of the interface that Learn documents. */
export const termsVersion = '1.0';

/** One walk through the terms of use. */
export interface TermsVisit extends Pick<Label, 'control' | 'variant' | 'deviations'> {
  /** Begins the names of its exchanges. */
  readonly name: string;
  /** What the person does; `look` opens the first page only. */
  readonly does: Choice | 'look';
  /** Missing where the request carries none. */
  readonly token?: Secret;
  readonly question: Omit<TermsQuestion, 'redirectUri'>;
}

/** What came of it; `problem` is a clause for people, without a secret. */
export type TermsOutcome =
  { readonly answer: TermsAnswer; readonly blob?: Secret } | { readonly looked: true } | { readonly problem: string };

/** What a visit needs of its device. */
export interface TermsParts {
  readonly page: string;
  readonly controls?: TermsControls | undefined;
  readonly send: (request: HttpRequest, name: string) => Promise<Answer>;
  readonly reveal: Reveal;
  readonly accepts: (url: string) => boolean;
}

/** In one visit. */
const mostPages = 6;

/** Opens the terms of use and answers them. The token goes with the first request only. No fault of the server makes it throw. */
export async function visitTerms(visit: TermsVisit, parts: TermsParts): Promise<TermsOutcome> {
  const { name, does, token, question } = visit;
  const window = createWebWindow({ ...parts, closes: (url) => readTermsAnswer(url) !== undefined });
  const address = termsAddress(parts.page, { ...question, redirectUri: termsCallback });
  const headers = token === undefined ? [] : ([['Authorization', `Bearer ${parts.reveal(token)}`]] as const);
  let arrival = await window.open(address, name, headers);
  for (let count = 1; ; count += 1) {
    if (arrival.kind === 'stopped') return { problem: arrival.problem };
    if (arrival.kind === 'closed') return outcomeOf(arrival.to, question, parts.reveal);
    if (does === 'look') return { looked: true };
    const control = controlFor(does, arrival.page, parts.controls);
    if (control === undefined) return { problem: without(does, arrival) };
    if (count > mostPages) return { problem: `the terms of use did not end after ${mostPages} pages` };
    const next = await use(control, arrival.url, window, `${name}-${does}-${count}`, parts);
    if (typeof next === 'string') return outcomeOf(next, question, parts.reveal);
    arrival = next;
  }
}

function outcomeOf(to: string, { requestId }: TermsVisit['question'], reveal: Reveal): TermsOutcome {
  const answer = readTermsAnswer(to);
  if (answer === undefined) return { problem: 'the terms of use led to no address that a device understands' };
  const { blob } = answer;
  if (blob === undefined || blob.trim() === '' || blob === requestId) {
    return { answer, ...(blob === undefined ? {} : { blob: new Secret('token', blob) }) };
  }
  const secret = new Secret('token', blob);
  reveal(secret);
  return { answer, blob: secret };
}

function without(does: Choice, { page }: Extract<Arrival, { readonly kind: 'page' }>): string {
  const title = page.title === '' ? 'the page' : `the page "${page.title.slice(0, 80)}"`;
  const field = does === 'accept' ? 'control' : 'decline';
  return page.scripts.length > 0
    ? `${title} has no control to ${does} that works without script, or none that "accept.${field}" of "entra" names`
    : `${title} has no control to ${does}; "accept.${field}" of "entra" may name one`;
}

/** The address that closes the window without a request, or where the window arrives. */
async function use(
  control: Control,
  from: string,
  window: WebWindow,
  name: string,
  { controls, accepts }: TermsParts,
): Promise<Arrival | string> {
  if ('link' in control) {
    const { address } = control.link;
    return readTermsAnswer(address) === undefined ? await window.open(address, name) : address;
  }
  const { form, button } = control;
  const address = button.address ?? form.address;
  if (address === undefined) return { kind: 'stopped', problem: 'a form of the terms of use goes to no address' };
  const fields = controls?.fields ?? {};
  const entries: Entries = [
    ...form.fields
      .filter((field) => field.type !== 'submit' && field.type !== 'button')
      .filter((field) => field.isSilent !== true || field.name in fields || isConsent(field.name))
      .map((field) => [field.name, fields[field.name] ?? field.value] as const),
    ...(button.name === '' ? [] : [[button.name, button.value] as const]),
  ];
  if (form.method === 'post' && accepts(address)) {
    return await window.submit(address, from, formBody(form.enctype, entries), name);
  }
  const to = withQuery(address, formQuery(entries));
  return readTermsAnswer(to) === undefined ? await window.open(to, name) : to;
}

/** A box that a person ticks before he accepts. */
function isConsent(name: string): boolean {
  return /accept|agree|consent|terms/i.test(name);
}

function withQuery(address: string, query: string): string {
  return `${address.replace(/[?#].*$/s, '')}?${query}`;
}
