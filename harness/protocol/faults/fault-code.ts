import type { XmlNode } from '../xml/tree.ts';
import { childOf, knownSpelling, localName, valueOf } from './lenient.ts';
import { subcodes } from './subcodes.ts';
import type { Tolerance } from './tolerance.ts';

/** Code and subcode by their local names; in the documented spelling where there is one. */
export interface FaultCode {
  readonly code?: string;
  readonly subcode?: string;
  readonly subcodeNode?: XmlNode;
}

/** The codes of SOAP 1.2 that need no subcode of enrollment, because the server did not understand the envelope. */
const bareCodes: readonly string[] = ['VersionMismatch', 'MustUnderstand', 'DataEncodingUnknown'];
const soapCodes: readonly string[] = ['Receiver', 'Sender', ...bareCodes];
const subcodeNames = subcodes.map(({ wireName }) => wireName);

/** Reads Code and Subcode of SOAP 1.2, in the namespace of the envelope. */
export function readCode(fault: XmlNode, namespace: string, noted: Tolerance[]): FaultCode {
  const codeNode = childOf(fault, { name: 'Code', namespace }, noted);
  const value = codeNode && childOf(codeNode, { name: 'Value', namespace }, noted);
  const code = value && readSoapCode(value, noted);
  if (code === undefined) noted.push({ id: 'missing-code', message: 'The fault has no Code', at: codeNode ?? fault });
  const subcodeElement = codeNode && childOf(codeNode, { name: 'Subcode', namespace }, noted);
  const subcodeNode = subcodeElement && childOf(subcodeElement, { name: 'Value', namespace }, noted);
  if (subcodeNode) {
    const subcode = readSubcode(localName(valueOf(subcodeNode, noted)), subcodeNode, noted);
    return { ...(code === undefined ? {} : { code }), subcode, subcodeNode };
  }
  if (code === undefined || !bareCodes.includes(code)) noteMissingSubcode(codeNode ?? fault, noted);
  return code === undefined ? {} : { code };
}

/** Reads faultcode of SOAP 1.1, where one of the seven may stand alone or behind a dot (`Client.Authentication`). */
export function readFaultcode(faultcode: XmlNode, noted: Tolerance[]): FaultCode {
  const [code = '', ...rest] = localName(valueOf(faultcode, noted)).split('.');
  const inner = rest.at(-1) ?? code;
  if (rest.length === 0 && !subcodeNames.some((name) => name.toLowerCase() === code.toLowerCase())) {
    noteMissingSubcode(faultcode, noted);
    return { code };
  }
  return { code, subcode: readSubcode(inner, faultcode, noted), subcodeNode: faultcode };
}

function readSoapCode(value: XmlNode, noted: Tolerance[]): string {
  const seen = localName(valueOf(value, noted));
  const known = knownSpelling(seen, soapCodes, (message) => noted.push({ id: 'value-case', message, at: value }));
  if (known === undefined) {
    noted.push({ id: 'unknown-code', message: `Code is "${seen}", which SOAP 1.2 does not define`, at: value });
  }
  return known ?? seen;
}

function readSubcode(seen: string, at: XmlNode, noted: Tolerance[]): string {
  const known = knownSpelling(seen, subcodeNames, (message) => noted.push({ id: 'value-case', message, at }));
  if (known === undefined) {
    noted.push({ id: 'unknown-subcode', message: `Subcode is "${seen}", none of the seven`, at });
  }
  return known ?? seen;
}

function noteMissingSubcode(at: XmlNode, noted: Tolerance[]): void {
  noted.push({ id: 'missing-subcode', message: 'The fault has no Subcode', at });
}
