import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import { parseXml, XmlSyntaxError, type XmlNode, type XmlTree } from '../../protocol/xml/tree.ts';
import { notUnderstood, upgrade } from './envelope-blocks.ts';
import { EnvelopeRefusal, Refusal } from './refusal.ts';

const bodyPath = '/s:Envelope/s:Body';

/** Header blocks of WS-Addressing that a service accepts without reading them. */
const addressing = new Set(['Action', 'To', 'MessageID', 'ReplyTo', 'FaultTo', 'From', 'RelatesTo']);

/** Parses the body of a request, if it is XML; the caller disposes of the tree. */
export function parseRequest({ body }: HttpRequest): XmlTree | undefined {
  try {
    return parseXml(body);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

/** The MessageID exactly as sent, with its white space; undefined if there is none. */
export function messageIdOf(tree: XmlTree): string | undefined {
  const [id, ...others] = tree.all('/*/*[local-name()="Header"]/a:MessageID');
  if (id === undefined || others.length > 0 || id.text.trim() === '') return undefined;
  return id.text;
}

/** Refuses a request that is not SOAP 1.2 with this action (letter case and padding are free) and one body child. */
export function checkEnvelope(tree: XmlTree, action: string): void {
  if (tree.root.name === 'Envelope' && tree.root.namespace !== namespaces.s) {
    throw new EnvelopeRefusal('VersionMismatch', 'The envelope is not that of SOAP 1.2.', upgrade);
  }
  if (tree.root.name !== 'Envelope') {
    throw new Refusal('MessageFormat', 'The request is not a SOAP 1.2 envelope.');
  }
  const unknown = tree.all('/s:Envelope/s:Header/*[@s:mustUnderstand]').filter(isNotUnderstood);
  if (unknown.length > 0) {
    const blocks = notUnderstood(unknown);
    throw new EnvelopeRefusal('MustUnderstand', 'A mandatory header of the request is not understood.', blocks);
  }
  const given = tree.all('/s:Envelope/s:Header/a:Action').map(({ text }) => text.trim());
  if (given.length !== 1) throw new Refusal('MessageFormat', 'The request needs exactly one Action header.');
  if (given[0]?.toLowerCase() !== action.toLowerCase()) {
    throw new Refusal('MessageFormat', 'This endpoint does not know the requested Action.');
  }
  if (messageIdOf(tree) === undefined) throw new Refusal('MessageFormat', 'The request needs one MessageID header.');
  if (tree.all(`${bodyPath}/*`).length !== 1) throw new Refusal('MessageFormat', 'The body needs exactly one element.');
}

/** The one element below the body with this name, fixed prefixes apply. */
export function bodyElement(tree: XmlTree, name: string): XmlNode {
  const element = tree.find(`${bodyPath}/${name}`);
  if (element === undefined) throw new Refusal('MessageFormat', `The body does not hold ${name.replace(/^.*:/, '')}.`);
  return element;
}

/** The text of the one child element, trimmed; refused when it is missing, repeated, nil or blank. */
export function requiredText(parent: XmlNode, name: string): string {
  const [element, ...others] = parent.all(name);
  const text = element?.isNil === false ? element.text.trim() : '';
  if (text === '' || others.length > 0) {
    throw new Refusal('MessageFormat', `The request needs exactly one ${name.replace(/^.*:/, '')} with a value.`);
  }
  return text;
}

/** Roles in which a service acts (SOAP 1.2 Part 1 section 2.2); a block for any other is for another node. */
const ownRoles: readonly string[] = ['', `${namespaces.s}/role/next`, `${namespaces.s}/role/ultimateReceiver`];

function isNotUnderstood(header: XmlNode): boolean {
  if (!ownRoles.includes(header.attribute('role', namespaces.s)?.trim() ?? '')) return false;
  const demand = header.attribute('mustUnderstand', namespaces.s)?.trim();
  if (demand !== '1' && demand !== 'true') return false;
  if (header.namespace === namespaces.a) return !addressing.has(header.name);
  return !(header.namespace === namespaces.wsse && header.name === 'Security');
}
