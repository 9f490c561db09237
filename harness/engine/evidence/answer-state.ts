import { isPageElement } from '../../protocol/html/html-element.ts';
import { matchFault } from '../../protocol/faults/matcher.ts';
import type { Fault } from '../../protocol/faults/matcher.ts';
import type { Exchange, HttpResponse } from '../../wire/exchange/exchange.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import { readSyncMessage } from '../../protocol/syncml/read-message.ts';
import type { ReadSyncMessage } from '../../protocol/syncml/read-message.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import { headerCode } from '../../protocol/syncml/header-code.ts';
import { isSoapKind, soapMessages } from './kind.ts';
import type { Kind, SoapKind } from './kind.ts';
import { readLinkPage } from './link-page.ts';
import { readTermsState } from './terms-state.ts';
import { readSignInAnswer } from './sign-in-answer.ts';
import { pageOf, unreadBody } from './unread-body.ts';
import { isCertificateDemanded, isTlsOpen } from './tls.ts';
import { isWithoutHttp } from './without-http.ts';

/** The answer, as a device would understand it. */
export type AnswerState =
  | { readonly state: 'success'; readonly tree?: XmlTree }
  /** A step of a sign-in, or of the terms of use, before its last page: a redirect, or a page that the user or a script takes on; in a management session, a challenge or a refusal by the Status of the header. */
  | { readonly state: 'page'; readonly tree?: XmlTree }
  | { readonly state: 'fault'; readonly tree: XmlTree; readonly fault: Fault }
  /** An answer that is neither: HTML, JSON, an empty body, another message. `reason` says what came. */
  | {
      readonly state: 'unusable';
      readonly reason: string;
      readonly tree?: XmlTree;
      readonly syntaxError?: XmlSyntaxError;
    }
  | { readonly state: 'broken'; readonly reason: string };

/** Reads the answer of an exchange: the message of its kind, a fault, something else, or nothing. */
export function readAnswer(exchange: Exchange, kind: Kind): AnswerState {
  const { answer, index } = exchange;
  // A host exchange only asks whether the TLS of the host can be trusted.
  if (kind === 'host' && (isTlsOpen(exchange) || isCertificateDemanded(exchange))) return { state: 'success' };
  if (answer.kind === 'broken') {
    if (kind === 'manage' && answer.response && isWithoutHttp(exchange))
      return readManagedAlone(answer.response, index);
    // If the answer is not a SOAP message, only its status counts.
    const isEnough = answer.reason === 'unrecorded' && answer.response !== undefined && !isSoapKind(kind);
    if (isEnough && webPages.includes(kind)) return { state: 'broken', reason: answer.message };
    return isEnough ? readPlainAnswer(answer.response.status) : { state: 'broken', reason: answer.message };
  }
  const { status, body } = answer.response;
  if (kind === 'host') return { state: 'success' };
  if (kind === 'authenticate') return readSignInAnswer(exchange.request.url, answer.response);
  if (kind === 'deep-link-page') return readLinkPage(exchange.request.url, answer.response);
  if (kind === 'terms-of-use') return readTermsState(answer.response);
  if (kind === 'manage') return readManaged(answer.response, index);
  if (!isSoapKind(kind)) return readPlainAnswer(status);
  const leads = leadingTo(answer.response);
  if (body.length === 0) return { state: 'unusable', reason: `HTTP ${status} with an empty body${leads}` };
  try {
    return readMessage(parseXml(body, { exchange: index, part: 'body' }), status, kind);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return {
      state: 'unusable',
      reason: `HTTP ${status} with ${unreadBody(answer.response, error)}${leads}`,
      syntaxError: error,
    };
  }
}

/** The server wants a proof of who sends, or another one, or does not take the message (MS-MDM 1.3.1, 2.2.6.1). */
function isRefusal(message: ReadSyncMessage): boolean {
  return /^[345]\d\d$/.test(headerCode(message) ?? '');
}

/** What a device goes on with: a message of SyncML with HTTP 200 (MS-MDM 2.1). */
function readManaged({ status, body, ...head }: HttpResponse, index: number): AnswerState {
  if (body.length === 0) return { state: 'unusable', reason: `HTTP ${status} with an empty body` };
  try {
    const tree = parseXml(body, { exchange: index, part: 'body' });
    const message = status === 200 ? readSyncMessage(tree) : undefined;
    if (message) return isRefusal(message) ? { state: 'page', tree } : { state: 'success', tree };
    return { state: 'unusable', reason: `HTTP ${status} with a ${tree.root.name} document`, tree };
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const reason = `HTTP ${status} with ${unreadBody({ status, body, ...head }, error, 'SyncML')}`;
    return { state: 'unusable', reason, syntaxError: error };
  }
}

/** A message whose status nobody recorded. Where it cannot be read, the recorder may have damaged it. */
function readManagedAlone(response: HttpResponse, index: number): AnswerState {
  const read = readManaged({ ...response, status: 200 }, index);
  if (read.state === 'success' || read.state === 'page') return read;
  return { state: 'broken', reason: 'The recording has this message without HTTP, and it cannot be read.' };
}

/** Their content decides, so that the status alone is not enough. */
const webPages: readonly Kind[] = ['authenticate', 'terms-of-use', 'deep-link-page'];

function readPlainAnswer(status: number): AnswerState {
  if (status >= 200 && status < 400) return { state: 'success' };
  return { state: 'unusable', reason: `HTTP ${status}` };
}

function readMessage(tree: XmlTree, status: number, kind: SoapKind): AnswerState {
  const fault = matchFault(tree);
  if (fault) return { state: 'fault', tree, fault };
  const { name, prefix } = soapMessages[kind].response;
  const payload = tree.find('/s:Envelope/s:Body/* | /s11:Envelope/s11:Body/*');
  if (payload?.name !== name || payload.namespace !== namespaces[prefix]) {
    const due = payload?.name === name ? `{${namespaces[prefix]}}${name}` : name;
    return { state: 'unusable', reason: `HTTP ${status} with ${insteadOf(tree, payload, due)}`, tree };
  }
  const bodies = tree.all('/*/s:Body | /*/s11:Body').length;
  if (bodies !== 1)
    return { state: 'unusable', reason: `HTTP ${status} with an Envelope of ${bodies} Body elements`, tree };
  if (status < 200 || status > 299) {
    return { state: 'unusable', reason: `a ${name} with HTTP status ${status}`, tree };
  }
  return { state: 'success', tree };
}

function insteadOf({ root, bytes }: XmlTree, payload: XmlNode | undefined, due: string): string {
  if (payload) return `{${payload.namespace}}${payload.name} instead of ${due}`;
  if (isPageElement(root)) return pageOf(Buffer.from(bytes).toString('utf8'));
  return `a ${root.name} document instead of ${due}`;
}

/** The address that a redirect names, as it was sent. */
function leadingTo({ status, headers }: HttpResponse): string {
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  return status >= 300 && status < 400 && location !== undefined ? `, which leads to ${JSON.stringify(location)}` : '';
}
