import type { HttpRequest, HttpResponse } from '../../wire/exchange/exchange.ts';
import { validate, type MessageType } from '../../protocol/xml/schema.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import type { ReferenceServer } from '../mount/handler.ts';
import { testServer } from './requests.ts';

/** What a server answers; by default the clean one. */
export async function answerTo(request: HttpRequest, server: ReferenceServer = testServer()): Promise<HttpResponse> {
  return (await server.handle(request)).response;
}

/** Value of a header field, in any letter case. */
export function header({ headers }: HttpResponse, name: string): string | undefined {
  return headers.find(([present]) => present.toLowerCase() === name.toLowerCase())?.[1];
}

/** The texts of all nodes that an XPath selects in a body. */
export function texts(body: Uint8Array, xpath: string): string[] {
  using tree = parseXml(body);
  return tree.all(xpath).map(({ text }) => text);
}

/** What our schema says against a body. */
export function schemaIssues(body: Uint8Array, type: MessageType): string[] {
  using tree = parseXml(body);
  return validate(tree, type).map(({ message }) => message);
}

const token = '//wst:RequestedSecurityToken/wsse:BinarySecurityToken';

/** The provisioning document in an answer. */
export function provisioningIn({ body }: HttpResponse): Uint8Array {
  return Buffer.from(texts(body, token)[0] ?? '', 'base64');
}

/** The subcode of a fault, by its local name; undefined when it is no fault. */
export function subcodeOf({ body }: HttpResponse): string | undefined {
  return texts(body, '/s:Envelope/s:Body/s:Fault/s:Code/s:Subcode/s:Value')[0]?.replace(/^.*:/, '');
}
