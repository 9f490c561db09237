import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlBufferInputProvider, XmlDocument, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm';
import { packageRoot } from '../../package-root.ts';
import type { MessageType } from './message-type.ts';

/** Our own schemas did not compile. */
export class UnusableSchema extends Error {
  override readonly name = 'UnusableSchema';
}

const folder = path.join(packageRoot, 'schemas', 'xsd');
/** Stands for `folder` inside the parser's sandbox, which sees no file system. */
const base = 'mem:/mde-conformance/xsd';

const validators = new Map<MessageType, XsdValidator>();
let registered = false;

/** The compiled schema of a message type. Compiled when first asked for, and kept for the life of the process. */
export function validatorOf(type: MessageType): XsdValidator {
  const known = validators.get(type);
  if (known) return known;
  registerFiles();
  const validator = compile(type);
  validators.set(type, validator);
  return validator;
}

function compile(type: MessageType): XsdValidator {
  const file = path.join(folder, 'messages', `${type}.xsd`);
  try {
    using document = XmlDocument.fromBuffer(readFileSync(file), { url: `${base}/messages/${type}.xsd` });
    return XsdValidator.fromDoc(document);
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    throw new UnusableSchema(`The schema of ${type} does not compile: ${reason}`, { cause: error });
  }
}

/** The drivers under messages/ include the files beside that folder. */
function registerFiles(): void {
  if (registered) return;
  const names = readdirSync(folder).filter((name) => name.endsWith('.xsd'));
  const files = names.map((name): [string, Uint8Array] => [`${base}/${name}`, readFileSync(path.join(folder, name))]);
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
  registered = true;
}
