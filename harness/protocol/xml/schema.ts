import { XmlElement, XmlValidateError } from 'libxml2-wasm';
import type { XmlDocument } from 'libxml2-wasm';
import { lackingMembers } from './conditional-members.ts';
import { bareTypes, displayName, payloadOf, payloads } from './message-type.ts';
import type { ElementName, MessageType } from './message-type.ts';
import { namespaces } from './namespaces.ts';
import { nodeAtRawPath } from './raw-path.ts';
import { validatorOf } from './schema-files.ts';
import type { XmlNode, XmlTree } from './tree.ts';
import { selectFirst } from './xpath.ts';

export { detectType, messageTypes } from './message-type.ts';
export type { MessageType } from './message-type.ts';

/** One way in which a document departs from its schema. */
export interface SchemaIssue {
  /** A sentence without full stop, with names in the fixed prefixes. */
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** Absolute XPath of the element, with the fixed prefixes. */
  readonly path: string;
}

/**
 * Validates a whole document, with its envelope, against the schema of a type; no issue means valid. A document of
 * another type gets one issue that names both types. An envelope of SOAP 1.1 is one issue; its payload is still
 * validated.
 */
export function validate(tree: XmlTree, type: MessageType): SchemaIssue[] {
  const expectedRoot = bareTypes.includes(type) ? payloads[type] : { namespace: namespaces.s, name: 'Envelope' };
  const envelope = wrongRoot(tree, expectedRoot);
  if (envelope) return tree.root.namespace === namespaces.s11 ? [envelope, ...validateBody(tree, type)] : [envelope];
  const other = wrongPayload(tree, type);
  return other ? [other] : run(tree, tree.document, type);
}

/**
 * Validates only the child of the Body, whatever the version of the envelope (of a provisioning document, the root). A
 * check can therefore report a wrong envelope and a wrong payload separately.
 */
export function validateBody(tree: XmlTree, type: MessageType): SchemaIssue[] {
  const payload = payloadOf(tree);
  if (!payload) return [issueAt(tree.root, `The Body has no child; expected ${displayName(payloads[type])}`)];
  const other = wrongPayload(tree, type);
  if (other) return [other];
  const element = selectFirst(tree.document.root, payload.path);
  return element instanceof XmlElement ? run(tree, element, type) : [];
}

function wrongRoot({ root }: XmlTree, expected: ElementName): SchemaIssue | undefined {
  if (isNamed(root, expected)) return undefined;
  if (root.namespace === namespaces.s11 && expected.namespace === namespaces.s) {
    return issueAt(root, `The envelope is SOAP 1.1 (${namespaces.s11}); enrollment uses SOAP 1.2 (${namespaces.s})`);
  }
  return issueAt(root, `The document is ${describe(root)}; expected ${displayName(expected)}`);
}

function wrongPayload(tree: XmlTree, type: MessageType): SchemaIssue | undefined {
  const payload = payloadOf(tree);
  if (!payload || isNamed(payload, payloads[type])) return undefined;
  const expected = `a ${type} message (${displayName(payloads[type])})`;
  return issueAt(payload, `Expected ${expected}, found ${describe(payload)}`);
}

function describe(node: XmlNode): string {
  const type = Object.entries(payloads).find(([, name]) => isNamed(node, name))?.[0];
  return type === undefined ? displayName(node) : `a ${type} message (${displayName(node)})`;
}

function isNamed(node: XmlNode, { namespace, name }: ElementName): boolean {
  return node.name === name && node.namespace === namespace;
}

/** By the schema first; what it cannot state is asked only of what it finds no fault with. */
function run(tree: XmlTree, subject: XmlDocument | XmlElement, type: MessageType): SchemaIssue[] {
  const issues = runSchema(tree, subject, type);
  if (issues.length > 0) return issues;
  return lackingMembers(tree, type).map(({ node, member }) =>
    issueAt(node, `Element '${displayName(node)}': Missing child element(s). Expected is ( ${member} )`),
  );
}

function runSchema(tree: XmlTree, subject: XmlDocument | XmlElement, type: MessageType): SchemaIssue[] {
  try {
    if (subject instanceof XmlElement) validatorOf(type).validate(subject);
    else validatorOf(type).validate(subject);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ message, line, xpath }) => {
      const node = xpath === undefined ? tree.root : nodeAtRawPath(tree.root, xpath);
      return { message: readable(message), line, path: node.path };
    });
  }
}

function issueAt(node: XmlNode, message: string): SchemaIssue {
  return { message, line: node.line, path: node.path };
}

/** The parser writes names as {uri}local and ends with a full stop and a line break. */
function readable(message: string): string {
  return message
    .trim()
    .replace(/\.$/, '')
    .replaceAll(/\{([^}\s]+)\}([\p{L}\p{N}_*.-]+)/gu, (_whole, namespace: string, name: string) =>
      displayName({ namespace, name }),
    );
}
