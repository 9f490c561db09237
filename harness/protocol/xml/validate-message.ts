import { detectType, validate } from './schema.ts';
import type { MessageType, SchemaIssue } from './schema.ts';
import { plainDoctype } from './plain-doctype.ts';
import { parseXml, XmlSyntaxError } from './tree.ts';
import type { XmlTree } from './tree.ts';

/** The result for one message by itself. */
export interface MessageVerdict {
  /** The type that was given or detected. */
  readonly type?: MessageType;
  readonly verdict: 'valid' | 'invalid' | 'not-well-formed' | 'unknown-type';
  readonly issues: readonly SchemaIssue[];
}

/** Judges a message or provisioning document by the schema of `type`, or of the type that its payload shows. */
export function validateMessage(bytes: Uint8Array | string, type?: MessageType): MessageVerdict {
  try {
    using tree = readMessage(bytes);
    return judge(tree, type ?? detectType(tree));
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const issue = { message: error.message, line: error.line, path: '/' };
    return { ...(type === undefined ? {} : { type }), verdict: 'not-well-formed', issues: [issue] };
  }
}

/** Of all messages, a provisioning document alone may have a document type, if that declares nothing. */
function readMessage(bytes: Uint8Array | string): XmlTree {
  const doctype = plainDoctype(Buffer.from(bytes));
  if (!doctype) return parseXml(bytes);
  const tree = parseXml(doctype.blanked);
  if (tree.root.name === 'wap-provisioningdoc') return tree;
  tree[Symbol.dispose]();
  return parseXml(bytes);
}

function judge(tree: XmlTree, type: MessageType | undefined): MessageVerdict {
  if (type === undefined) {
    const { path, line } = tree.root;
    return { verdict: 'unknown-type', issues: [{ message: 'Not a message of the enrollment protocols', line, path }] };
  }
  const issues = validate(tree, type);
  return { type, verdict: issues.length === 0 ? 'valid' : 'invalid', issues };
}
