import type { XmlContent, XmlObject } from '../../../harness/protocol/xml/write.ts';

const certificateRequest = [
  's:Envelope',
  's:Body',
  'wst:RequestSecurityToken',
  'wsse:BinarySecurityToken',
  '#text',
] as const;

/** The message with its certificate request in lines of 76 characters, indented and ended by CR and LF, as a MIME writer does. */
export function brokenIntoLines(message: XmlObject): XmlObject {
  return changed(message, certificateRequest, (text) => `\r\n${text.replaceAll(/.{1,76}/g, '    $&\r\n')}  `);
}

function changed(message: XmlObject, path: readonly string[], change: (text: string) => string): XmlObject {
  const [name = '', ...rest] = path;
  const content = message[name];
  if (rest.length === 0 && typeof content === 'string') return { ...message, [name]: change(content) };
  if (!isElement(content)) throw new TypeError(`the message has no ${name} to be changed`);
  return { ...message, [name]: changed(content, rest, change) };
}

function isElement(content: XmlContent): content is XmlObject {
  return typeof content === 'object' && !Array.isArray(content);
}
