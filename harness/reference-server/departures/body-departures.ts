import type { Departure } from '../../engine/rule/counterexample.ts';
import type { XmlEdit } from '../../protocol/xml/xml-edit.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { editXml, VoidEdit } from '../../protocol/xml/edit.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import { withBody } from '../mount/reply.ts';

/** A departure inside the body, or inside the provisioning document that the body carries. */
export type BodyDeparture = Extract<
  Departure,
  { readonly xml: XmlEdit } | { readonly provisioning: XmlEdit } | { readonly by: string }
>;

const token = '/s:Envelope/s:Body/wst:RequestSecurityTokenResponseCollection//wsse:BinarySecurityToken';

/** Edits the body and corrects Content-Length. Throws `VoidEdit` if there is nothing to edit. */
export function editBody(response: HttpResponse, departure: BodyDeparture): HttpResponse {
  return withBody(response, editedBody(response.body, departure));
}

function editedBody(body: Uint8Array, departure: BodyDeparture): Uint8Array {
  if ('xml' in departure) return editXml(body, departure.xml);
  if ('provisioning' in departure) return editToken(body, (document) => editXml(document, departure.provisioning));
  if ('replace' in departure) return replaceText(body, departure.replace, departure.by);
  return editToken(body, (document) => replaceText(document, departure.provisioningReplace, departure.by));
}

/** Decodes the provisioning document, edits it, and puts it back as base64 on one line. */
function editToken(body: Uint8Array, edit: (document: Uint8Array) => Uint8Array): Uint8Array {
  const document = edit(Buffer.from(tokenText(body), 'base64'));
  return editXml(body, { op: 'set', at: token, to: Buffer.from(document).toString('base64') });
}

function tokenText(body: Uint8Array): string {
  using tree = parseXml(body);
  const text = tree.text(token);
  if (text === undefined) throw new VoidEdit('the answer carries no provisioning document');
  return text;
}

function replaceText(bytes: Uint8Array, text: string, by: string): Uint8Array {
  const source = Buffer.from(bytes);
  const at = source.indexOf(text, 0, 'utf8');
  if (at === -1) throw new VoidEdit(`the text ${JSON.stringify(text)} does not occur`);
  const end = at + Buffer.byteLength(text, 'utf8');
  return Buffer.concat([source.subarray(0, at), Buffer.from(by, 'utf8'), source.subarray(end)]);
}
