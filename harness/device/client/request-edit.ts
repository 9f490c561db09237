import type { XmlEdit } from '../../protocol/xml/xml-edit.ts';
import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import { editXml } from '../../protocol/xml/edit.ts';

/** One change of a complete request, with which a scenario makes a message wrong or gives it another valid form. */
export type RequestEdit =
  /** Edits the message; its XPath uses the fixed prefixes. */
  | { readonly xml: XmlEdit }
  /** Replaces the first occurrence of a text in the body. */
  | { readonly replace: string; readonly by: string }
  /** Cuts so many characters off the end of the body. */
  | { readonly cut: number }
  /** Replaces the body. */
  | { readonly body: string }
  /** Puts a text before the body. */
  | { readonly before: string }
  /** Sets a header field, or with `to` absent removes it. */
  | { readonly header: string; readonly to?: string }
  | { readonly method: string }
  /** Sends the request to this address; the message still names its own. */
  | { readonly url: string };

/** An edit changes nothing, so the scenario would send a valid request as a wrong one: an internal error. */
export class VoidRequestEdit extends Error {
  override readonly name = 'VoidRequestEdit';
}

/** Applies edits in order. Content-Length follows the body, Host the URL. Throws `VoidRequestEdit`, or `VoidEdit` for XML. */
export function editRequest(request: HttpRequest, edits: readonly RequestEdit[]): HttpRequest {
  return edits.reduce(editOnce, request);
}

function editOnce(request: HttpRequest, edit: RequestEdit): HttpRequest {
  if ('xml' in edit) return withBody(request, editXml(request.body, edit.xml));
  if ('method' in edit) return { ...request, method: edit.method };
  if ('url' in edit) return withHeader({ ...request, url: edit.url }, 'Host', new URL(edit.url).host);
  if ('header' in edit) return withHeader(request, edit.header, edit.to);
  if ('body' in edit) return withBody(request, Buffer.from(edit.body));
  const text = Buffer.from(request.body).toString('utf8');
  return withBody(request, Buffer.from(editText(text, edit)));
}

function editText(
  text: string,
  edit: Exclude<RequestEdit, { xml: XmlEdit } | { header: string } | { body: string }>,
): string {
  if ('cut' in edit) return text.slice(0, -edit.cut);
  if ('before' in edit) return `${edit.before}${text}`;
  if ('replace' in edit && text.includes(edit.replace)) return text.replace(edit.replace, () => edit.by);
  throw new VoidRequestEdit(`${JSON.stringify(edit)} changes nothing in a request`);
}

/** The request with another body, and its length. */
export function withBody(request: HttpRequest, body: Uint8Array): HttpRequest {
  return withHeader({ ...request, body }, 'Content-Length', String(body.length));
}

/** Keeps the position of an existing field. */
function withHeader(request: HttpRequest, name: string, value: string | undefined): HttpRequest {
  const isNamed = ([field]: Header): boolean => field.toLowerCase() === name.toLowerCase();
  const headers = request.headers.flatMap((header): Header[] =>
    isNamed(header) ? (value === undefined ? [] : [[header[0], value]]) : [header],
  );
  const isNew = value !== undefined && !request.headers.some(isNamed);
  return { ...request, headers: isNew ? [...headers, [name, value]] : headers };
}
