import type { Kind } from '../../../engine/evidence/kind.ts';
import { isSoapKind } from '../../../engine/evidence/kind.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';
import { matchFault } from '../../../protocol/faults/matcher.ts';
import { parseXml, XmlSyntaxError } from '../../../protocol/xml/tree.ts';
import type { Reply } from '../../../reference-server/mount/reply.ts';
import type { HttpRequest, HttpResponse } from '../../../wire/exchange/exchange.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { wordOnSession } from './word-on-session.ts';
import { wordOnRequest } from './word-on-request.ts';

/** A request, what the server makes of it, and when the request came. */
export interface Served {
  readonly request: HttpRequest;
  readonly reply: Reply;
  readonly startedAt: Date;
}

/** The characters that a part of the line may have, so that no message fills the terminal. */
const longestPart = 600;

/**
 * One line about one request: when it came, method, path, kind, the answer, and what is to be said of the request. Only whoever redacts it
 * may show it: it may quote the request.
 */
export function requestLine({ request, reply, startedAt }: Served): string {
  const kind = reply.answering?.replace(/ fault$/, '') as Kind | undefined;
  const answer = answerOf(kind, reply);
  const said = kind === 'manage' ? wordOnSession(request.body) : undefined;
  const words = [...(said === undefined ? [] : [said]), ...wordOnRequest(kind, request)].filter(
    (word) => !answer.includes(word),
  );
  const parts = [`${startedAt.toISOString()} ${request.method} ${pathOf(request)}`, kind ?? 'unread', answer, ...words];
  return parts.map((part) => shortened(oneLine(part))).join(' | ');
}

/** A query may hold a token, so it is only named. */
function pathOf({ url }: HttpRequest): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return `${pathname}${search === '' ? '' : '?…'}`;
}

function answerOf(kind: Kind | undefined, { response, connection, delayMs }: Reply): string {
  if (connection === 'close') return 'no answer: the connection is closed';
  if (connection === 'delay') return 'no answer: the connection stays open';
  const late = delayMs === undefined ? '' : ` after ${delayMs} ms`;
  return `${response.status} ${wordOnAnswer(kind, response)}${late}`.trimEnd();
}

function wordOnAnswer(kind: Kind | undefined, response: HttpResponse): string {
  const refusal = wordOnFault(response);
  if (refusal !== undefined) return refusal;
  if (kind !== undefined && isSoapKind(kind) && response.status === 200) return 'granted';
  if (kind === 'manage' && response.status === 200) return wordOnSession(response.body) ?? 'no message of SyncML';
  const value = (wanted: string) => response.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
  if (value('location') !== '') return `to ${value('location')}`;
  const isText = value('content-type').startsWith('text/plain');
  return (isText ? Buffer.from(response.body).toString('utf8').trim() : '') || response.statusText;
}

function wordOnFault({ body }: HttpResponse): string | undefined {
  try {
    using tree = parseXml(body);
    const fault = matchFault(tree);
    if (!fault) return undefined;
    const { code, subcode, errorType, hresult, text } = fault;
    const names = [code === 'Receiver' ? undefined : code, subcode, errorType].filter((name) => name !== undefined);
    const shown = hresult === undefined ? '' : ` (a device shows ${formatHresult(hresult)})`;
    return `refused with ${names.join(', ')}${shown}: ${text ?? 'no reason given'}`;
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longestPart ? text : `${characters.slice(0, longestPart).join('')}…`;
}
