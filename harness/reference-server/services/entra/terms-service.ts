import type { EntraBehaviour } from '../../../engine/rule/entra-behaviour.ts';
import { readTermsQuestion } from '../../../protocol/terms-of-use/terms-answer.ts';
import type { TermsQuestion } from '../../../protocol/terms-of-use/terms-answer.ts';
import type { Header, HttpRequest, HttpResponse } from '../../../wire/exchange/exchange.ts';
import { httpResponse } from '../../mount/reply.ts';
import { commonHeaders, type Desk } from '../envelope.ts';
import { faultResponse } from '../fault.ts';
import { Refusal } from '../refusal.ts';
import type { Answered } from '../soap-exchange.ts';
import type { Consents } from './consent.ts';
import type { EntraUser, ReadJwt } from './jwt-reader.ts';
import { termsPage, termsPolicy, termsProblemPage } from './terms-page.ts';

/** What the terms of use of one server are made from. */
export interface TermsDesk extends Desk {
  /** The path of the page. */
  readonly path: string;
  readonly behaviour: EntraBehaviour;
  readonly readJwt: ReadJwt;
  readonly consents: Consents;
}

/** Answers a GET of the terms of use, or their form. */
export type Terms = (request: HttpRequest) => Answered;

type ErrorCode = 'invalid_request' | 'unauthorized_client' | 'server_error';

/** An answer before it is written. */
type Shown =
  | { readonly to: string; readonly isError?: true }
  | { readonly page: string; readonly status?: 400 | 401; readonly isError?: true };

/** Applications of Windows: an answer to another address would give the consent to somebody else. */
const application = /^(?:ms-app|ms-appx-web|ms-aad-brokerplugin):\/\/[^\s"'<>\\]+$/i;
const nobody: EntraUser = { id: '', name: undefined };

/** The terms-of-use page (Learn: Microsoft Entra integration with MDM). Errors lead back to the device, too. */
export function termsService(desk: TermsDesk): Terms {
  const { path, behaviour, readJwt, consents } = desk;
  const { termsPage: peculiarity } = behaviour;

  const back = (question: TermsQuestion, answer: Readonly<Record<string, string>>): string => {
    const { redirectUri, requestId } = question;
    const own = peculiarity === 'answers-elsewhere' ? 'ms-appx-web://elsewhere.example/Back' : redirectUri;
    const said = peculiarity === 'forgets-request-id' ? answer : { ...answer, 'client-request-id': requestId };
    const query = Object.entries(said).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return `${own}${own.includes('?') ? '&' : '?'}${query.join('&')}`;
  };
  const error = (question: TermsQuestion, code: ErrorCode, description: string): Shown => {
    if (peculiarity === 'errors-as-pages') {
      return { page: termsProblemPage(description), status: code === 'invalid_request' ? 400 : 401, isError: true };
    }
    const answer = {
      error: peculiarity === 'errors-by-other-code' ? 'failed' : code,
      ...(peculiarity === 'errors-without-description' ? {} : { error_description: description }),
    };
    return { to: back(question, answer), isError: true };
  };
  const accepted = (question: TermsQuestion, userId: string): string =>
    back(question, {
      IsAccepted: peculiarity === 'accepts-with-yes' ? 'yes' : 'true',
      ...(peculiarity === 'accepts-without-blob'
        ? {}
        : { OpaqueBlob: peculiarity === 'accepts-with-empty-blob' ? '' : consents.blobFor(userId) }),
    });
  const declined = (question: TermsQuestion): string => {
    if (peculiarity === 'declines-as-error') return back(question, { error: 'server_error', error_description: 'No.' });
    return back(question, { IsAccepted: peculiarity === 'declines-as-accepted' ? 'true' : 'false' });
  };

  const start = (request: HttpRequest): Shown => {
    const question = readTermsQuestion(request.url);
    if (question === undefined || !application.test(question.redirectUri)) {
      return { page: termsProblemPage('The address names no application of Windows.'), status: 400, isError: true };
    }
    if (question.apiVersion !== '1.0' && peculiarity !== 'any-api-version') {
      return error(question, 'invalid_request', 'This version of the interface is not supported.');
    }
    const user = userOf(request);
    if (user instanceof Refusal) return error(question, 'unauthorized_client', user.message);
    const { redirectUri, requestId, mode = '' } = question;
    if (peculiarity === 'direct') return { to: accepted(question, user.id) };
    const proof = consents.proofOf([redirectUri, requestId, mode, user.id]);
    const hidden = { redirect_uri: redirectUri, 'client-request-id': requestId, mode, user: user.id, proof };
    if (peculiarity === 'redirects')
      return { to: `${path}?${new URLSearchParams({ ...hidden, step: '2' }).toString()}` };
    return { page: asking(question, hidden, user.id) };
  };
  const userOf = (request: HttpRequest): EntraUser | Refusal => {
    const field = request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
    const token = /^Bearer +(\S+)$/i.exec(field)?.[1];
    if (peculiarity === 'anonymous') return nobody;
    if (token === undefined) return new Refusal('Authentication', 'The request carries no token.');
    try {
      return readJwt(token);
    } catch (refusal) {
      if (refusal instanceof Refusal) return refusal;
      throw refusal;
    }
  };
  const asking = (question: TermsQuestion, hidden: Readonly<Record<string, string>>, userId: string): string =>
    termsPage({
      action: path,
      hidden,
      joins: question.mode === 'azureadjoin',
      links: { accept: accepted(question, userId), decline: declined(question) },
      peculiarity,
    });
  /** What the form, or the redirect of this server to itself, carries; undefined if it is not of this server. */
  const proven = (fields: URLSearchParams) => {
    const field = (name: string): string => fields.get(name) ?? '';
    const [redirectUri, requestId, mode, user] = ['redirect_uri', 'client-request-id', 'mode', 'user'].map(field);
    if (!consents.isProven([redirectUri ?? '', requestId ?? '', mode ?? '', user ?? ''], field('proof')))
      return undefined;
    const question: TermsQuestion = { redirectUri: redirectUri ?? '', requestId: requestId ?? '', apiVersion: '1.0' };
    return { question: mode === '' ? question : { ...question, mode: mode ?? '' }, user: user ?? '' };
  };
  const goOn = (request: HttpRequest): Shown => {
    const fields =
      request.method === 'POST'
        ? new URLSearchParams(Buffer.from(request.body).toString('utf8'))
        : new URL(request.url).searchParams;
    const known = proven(fields);
    if (known === undefined) {
      return { page: termsProblemPage('This page has ended. Begin again on your device.'), status: 400, isError: true };
    }
    if (request.method === 'GET') {
      const hidden = Object.fromEntries([...fields].filter(([name]) => name !== 'step'));
      return { page: asking(known.question, hidden, known.user) };
    }
    const mayDecline = known.question.mode !== 'azureadjoin' || peculiarity === 'declines-join';
    if (fields.get('answer') === 'decline' && mayDecline) return { to: declined(known.question) };
    return { to: accepted(known.question, known.user) };
  };

  return (request) => {
    if (request.method !== 'GET' && request.method !== 'POST') {
      return answered(
        desk,
        'other',
        httpResponse(405, [['Allow', 'GET, POST'], ...uncached(desk.now())], new Uint8Array()),
      );
    }
    const isFirst = request.method === 'GET' && !new URL(request.url).searchParams.has('step');
    const shown = isFirst ? start(request) : goOn(request);
    return answered(desk, shown.isError ? 'terms-of-use fault' : 'terms-of-use', written(shown, desk));
  };
}

function written(shown: Shown, { now }: Desk): HttpResponse {
  if ('to' in shown) return httpResponse(302, [['Location', shown.to], ...uncached(now())], new Uint8Array());
  const headers: readonly Header[] = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Security-Policy', termsPolicy],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ...uncached(now()),
  ];
  return httpResponse(shown.status ?? 200, headers, Buffer.from(shown.page, 'utf8'));
}

function uncached(instant: Date): readonly Header[] {
  return commonHeaders(instant).map(([name, value]) => [name, name === 'Cache-Control' ? 'no-store' : value]);
}

function answered(desk: Desk, answering: Answered['answering'], response: HttpResponse): Answered {
  return { answering, response, fault: (fault) => faultResponse(fault, undefined, desk), success: () => response };
}
