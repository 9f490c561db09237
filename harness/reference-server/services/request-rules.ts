import { soapMessages, type SoapKind } from '../../engine/evidence/kind.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { tokens } from './protocol.ts';
import type { Subcode } from './refusal.ts';

/** Something that a document asks of a request, that no schema states, and that the request does not do. */
export interface UnmetDemand {
  /** A clause: `TokenType is missing`. */
  readonly says: string;
  /** The document and its section. */
  readonly source: string;
  /** With which a strict server refuses. */
  readonly subcode: Subcode;
}

/** A request whose envelope can be read. */
interface Parts {
  readonly kind: SoapKind;
  readonly tree: XmlTree;
  readonly request: HttpRequest;
}

/** What MS-MDE2, and the documents that it builds on, ask of this request beyond its schema and in vain. */
export function unmetDemands(kind: SoapKind, tree: XmlTree, request: HttpRequest): readonly UnmetDemand[] {
  const parts = { kind, tree, request };
  return [
    ...contentType(parts),
    ...action(parts),
    ...(kind === 'get-policies' || kind === 'issue' ? passwordType(tree) : []),
    ...(kind === 'issue' || kind === 'renew' ? tokenRequest(kind, tree) : []),
  ];
}

/** The sections of MS-MDE2 that describe the request of each kind. */
const sections: Readonly<Record<SoapKind, string>> = {
  discover: 'MS-MDE2 3.1.4.1.1.1',
  'get-policies': 'MS-MDE2 3.3.4.1',
  issue: 'MS-MDE2 3.4.4.1.1.1',
  renew: 'MS-MDE2 3.5.4.1.1.1',
};

/** MS-MDE2 names no media type; SOAP 1.2, which MS-WSTEP 2.1 demands, does. */
function contentType({ request }: Parts): UnmetDemand[] {
  const value = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (/^application\/soap\+xml\s*(;|$)/i.test(value?.trim() ?? '')) return [];
  const came = value === undefined ? 'Content-Type is missing' : `Content-Type is "${value}"`;
  return [unmet(`${came}, not application/soap+xml`, 'SOAP 1.2 Part 2 7.1.4, by MS-WSTEP 2.1')];
}

/** The server itself takes any letter case. */
function action({ kind, tree }: Parts): UnmetDemand[] {
  const came = tree.text('/*/*[local-name()="Header"]/a:Action')?.trim();
  const { action: right } = soapMessages[kind];
  if (came === right) return [];
  return [unmet(came === undefined ? 'Action is missing' : `Action is "${came}", not "${right}"`, sections[kind])];
}

const passwordText = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

function passwordType(tree: XmlTree): UnmetDemand[] {
  const password = tree.find('/s:Envelope/s:Header/wsse:Security/wsse:UsernameToken/wsse:Password');
  if (!password || attributeOf(password, 'Type') === passwordText) return [];
  const says = `the Type of Password is not "${passwordText}"`;
  return [{ says, source: 'MS-MDE2 3.3.4.1.1.1.3', subcode: 'InvalidSecurity' }];
}

const valueTypes: Readonly<Record<'issue' | 'renew', readonly string[]>> = {
  issue: [`${namespaces.wstep}#PKCS10`],
  // The second is that of MS-MDE 3.5, the protocol before.
  renew: [`${namespaces.wsse}#PKCS7`, `${namespaces.wstep}#PKCS7`],
};

function tokenRequest(kind: 'issue' | 'renew', tree: XmlTree): UnmetDemand[] {
  const request = tree.find('/s:Envelope/s:Body/wst:RequestSecurityToken');
  if (!request) return [];
  const source = sections[kind];
  const tokenType = request.textAt('wst:TokenType')?.trim();
  const token = request.find('wsse:BinarySecurityToken');
  return [
    ...differing('TokenType', tokenType, [tokens.deviceEnrollment], source),
    ...(token ? binaryToken(token, kind) : []),
    ...context(request, kind),
  ];
}

function binaryToken(token: XmlNode, kind: 'issue' | 'renew'): UnmetDemand[] {
  const of = 'of the BinarySecurityToken';
  return [
    ...differing(`the ValueType ${of}`, attributeOf(token, 'ValueType'), valueTypes[kind], sections[kind]),
    ...differing(`the EncodingType ${of}`, attributeOf(token, 'EncodingType'), [tokens.base64Binary], sections[kind]),
  ];
}

/** What every device says of itself; the other items depend on the device, its version or its sign-in. */
const itemsOfAll = [
  'DeviceID',
  'DeviceName',
  'DeviceType',
  'EnrollmentType',
  'OSEdition',
  'OSVersion',
  'ApplicationVersion',
] as const;

function context(request: XmlNode, kind: 'issue' | 'renew'): UnmetDemand[] {
  const given = request.find('ac:AdditionalContext');
  if (!given) return [unmet('AdditionalContext is missing', sections[kind])];
  const named = new Set(
    given
      .all('ac:ContextItem')
      .filter((item) => (item.textAt('ac:Value')?.trim() ?? '') !== '')
      .map((item) => item.attribute('Name')?.trim()),
  );
  const lacking = itemsOfAll.filter((name) => !named.has(name));
  if (lacking.length === 0) return [];
  const source = kind === 'issue' ? 'MS-MDE2 3.4.4.1.1.1.1' : sections.renew;
  return [unmet(`AdditionalContext has no ${lacking.join(', ')}`, source)];
}

function differing(what: string, came: string | undefined, right: readonly string[], source: string): UnmetDemand[] {
  if (came !== undefined && right.includes(came)) return [];
  const wanted = right.map((text) => `"${text}"`).join(' or ');
  return [unmet(came === undefined ? `${what} is missing` : `${what} is "${came}", not ${wanted}`, source)];
}

/** Windows and some published samples write these attributes with the prefix of WS-Security, others without. */
function attributeOf(node: XmlNode, name: string): string | undefined {
  return (node.attribute(name) ?? node.attribute(name, namespaces.wsse))?.trim();
}

function unmet(says: string, source: string): UnmetDemand {
  return { says, source, subcode: 'MessageFormat' };
}
