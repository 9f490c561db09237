import { namespaces } from '../../protocol/xml/namespaces.ts';
import { VoidRequestEdit } from './request-edit.ts';

const movedTo = 'urn:mde-conformance:moved';

/** XPath of the Timestamp, and of a Body that `moveBody` moved. */
export const signedTimestamp = `//*[local-name()='Timestamp' and namespace-uri()='${namespaces.u}']`;
export const movedBody = `//*[local-name()='Moved' and namespace-uri()='${movedTo}']/*`;

/** Moves the Body into a header that no service knows, with an id, and puts a changed one in its place: signature wrapping. */
export function moveBody(message: string): string {
  const moved = message.replace(
    /<\/((?:[\w.-]+:)?)Header>\s*<\1Body([^>]*)>([\s\S]*)<\/\1Body>/,
    (_, prefix: string, attributes: string, content: string) =>
      `<m:Moved xmlns:m="${movedTo}"><${prefix}Body${attributes} xmlns:wsu="${namespaces.u}" wsu:Id="_1">${content}` +
      `</${prefix}Body></m:Moved></${prefix}Header><${prefix}Body${attributes}>${changeContent(content)}</${prefix}Body>`,
  );
  return changed(message, moved, 'the Body cannot be moved');
}

/** Changes what the Body says, as somebody on the way would. */
export function changeBody(message: string): string {
  return changed(message, changeContent(message), 'the Body cannot be changed');
}

/** Changes the value of the signature in one place. */
export function changeSignature(message: string): string {
  const spoilt = message.replace(
    /(<SignatureValue>.{8})(.)/,
    (_, before: string, letter: string) => `${before}${letter === 'A' ? 'B' : 'A'}`,
  );
  return changed(message, spoilt, 'there is no signature to change');
}

/** Repeats the Security header, with other ids. */
export function repeatSecurity(message: string): string {
  const repeated = message.replace(/<((?:[\w.-]+:)?Security)[\s>][\s\S]*?<\/\1>/, (header) => {
    const again = header.replaceAll(/(:Id="[^"]*)"/g, '$1-again"');
    return `${header}${again}`;
  });
  return changed(message, repeated, 'there is no Security header to repeat');
}

/** The language that policies are asked in, or the name of the device. */
function changeContent(content: string): string {
  return content
    .replace(/<((?:[\w.-]+:)?preferredLanguage)[^>]*?(?:\/>|><\/\1>)/, '<$1>de-DE</$1>')
    .replace(/(Name="DeviceName"[^>]*>\s*<(?:[\w.-]+:)?Value>[^<]*)/, '$1x');
}

function changed(before: string, after: string, problem: string): string {
  if (before === after) throw new VoidRequestEdit(problem);
  return after;
}
