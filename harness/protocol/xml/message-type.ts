import { namespaces, prefixOf } from './namespaces.ts';
import type { XmlNode, XmlTree } from './tree.ts';

/** The messages of an enrollment and of a management session that have a schema. */
export type MessageType =
  | 'discover'
  | 'discover-response'
  | 'get-policies'
  | 'get-policies-response'
  | 'request-security-token'
  | 'request-security-token-response-collection'
  | 'fault'
  | 'provisioning-document'
  | 'syncml';

/** A qualified element name. */
export interface ElementName {
  /** Empty for no namespace. */
  readonly namespace: string;
  readonly name: string;
}

/** What tells a message type: the child of the SOAP Body, and of what has no envelope the root. */
export const payloads: Readonly<Record<MessageType, ElementName>> = {
  discover: { namespace: namespaces.d, name: 'Discover' },
  'discover-response': { namespace: namespaces.d, name: 'DiscoverResponse' },
  'get-policies': { namespace: namespaces.x, name: 'GetPolicies' },
  'get-policies-response': { namespace: namespaces.x, name: 'GetPoliciesResponse' },
  'request-security-token': { namespace: namespaces.wst, name: 'RequestSecurityToken' },
  'request-security-token-response-collection': {
    namespace: namespaces.wst,
    name: 'RequestSecurityTokenResponseCollection',
  },
  fault: { namespace: namespaces.s, name: 'Fault' },
  'provisioning-document': { namespace: '', name: 'wap-provisioningdoc' },
  syncml: { namespace: namespaces.sync, name: 'SyncML' },
};

/** The documents that stand in no envelope. */
export const bareTypes: readonly MessageType[] = ['provisioning-document', 'syncml'];

/** Every message type, in the order of an enrollment. */
export const messageTypes = Object.keys(payloads) as readonly MessageType[];

/**
 * The type that a document is meant to have, by the local name of its payload in any namespace and letter case. Its
 * schema says whether the document is correct. Undefined for any other document.
 */
export function detectType(tree: XmlTree): MessageType | undefined {
  const payload = payloadOf(tree);
  return payload && messageTypes.find((type) => payloads[type].name.toLowerCase() === payload.name.toLowerCase());
}

/** The child of the Body of either SOAP version; of a document that is no envelope, its root. */
export function payloadOf(tree: XmlTree): XmlNode | undefined {
  if (tree.root.name.toLowerCase() !== 'envelope') return tree.root;
  return tree.root.children.find((child) => child.name.toLowerCase() === 'body')?.children[0];
}

/** For messages: `d:DiscoverResponse`, or `{uri}name` where the namespace has no fixed prefix. */
export function displayName({ namespace, name }: ElementName): string {
  if (namespace === '') return name;
  const prefix = prefixOf(namespace);
  return prefix === undefined ? `{${namespace}}${name}` : `${prefix}:${name}`;
}
