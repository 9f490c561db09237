import { namespaces } from '../xml/namespaces.ts';
import type { XmlNode, XmlTree } from '../xml/tree.ts';
import { errorTypes } from './error-types.ts';
import { readCode, readFaultcode } from './fault-code.ts';
import type { FaultCode } from './fault-code.ts';
import { readDetail } from './fault-detail.ts';
import type { FaultDetail } from './fault-detail.ts';
import { noteHeader } from './fault-header.ts';
import { childOf, noteSpelling } from './lenient.ts';
import { subcodes } from './subcodes.ts';
import type { Tolerance } from './tolerance.ts';

/** A fault as a Windows device reads it, with everything that it had to overlook. Its nodes live as long as their tree. */
export interface Fault extends FaultCode {
  /** `lower-case` is the form of the sample in MS-MDE2 section 2.2.10, which servers copied. */
  readonly form: 'soap-1.2' | 'lower-case' | 'soap-1.1';
  /** The Fault element. */
  readonly node: XmlNode;
  /** The ErrorType of the detail. */
  readonly errorType?: string;
  readonly detail?: FaultDetail;
  /** What people get to read. */
  readonly text?: string;
  /** `xml:lang` of the text. */
  readonly language?: string;
  /** What the device shows: by ErrorType, else by subcode; absent where neither is known. */
  readonly hresult?: number;
  /** Empty for a SOAP 1.2 fault with documented codes. */
  readonly tolerances: readonly Tolerance[];
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads a SOAP fault: a strict SOAP 1.2 fault, or one of the forms that real servers send (letter case, SOAP 1.1). It
 * notes each difference from SOAP 1.2. Undefined for any other message. The prefix and the namespace of a subcode do
 * not matter.
 */
export function matchFault(tree: XmlTree): Fault | undefined {
  const { root } = tree;
  const namespace = soapNamespaceOf(root);
  if (namespace === undefined) return undefined;
  const noted: Tolerance[] = [];
  noteSpelling(root, { name: 'Envelope', namespace }, noted);
  const body = childOf(root, { name: 'Body', namespace }, noted);
  const node = body && childOf(body, { name: 'Fault', namespace }, noted);
  if (!node) return undefined;
  const isOld = namespace === namespaces.s11;
  if (isOld) noted.unshift({ id: 'soap-1.1', message: 'The envelope is SOAP 1.1', at: root });
  const faultcode = isOld ? childOf(node, { name: 'faultcode', namespace: '' }, noted) : undefined;
  const code = faultcode ? readFaultcode(faultcode, noted) : readCode(node, namespace, noted);
  const reason = faultcode ? readFaultstring(node, noted) : readReason(node, namespace, noted);
  const detailNode = childOf(
    node,
    faultcode ? { name: 'detail', namespace: '' } : { name: 'Detail', namespace },
    noted,
  );
  const form = isOld ? 'soap-1.1' : noted.some(({ id }) => id === 'letter-case') ? 'lower-case' : 'soap-1.2';
  noteHeader(root, noted);
  const detail = detailNode && readDetail(detailNode, noted);
  const errorType = detail?.errorType;
  const hresult = hresultOf(code.subcode, errorType);
  return {
    form,
    node,
    ...code,
    ...reason,
    ...(detail ? { detail } : {}),
    ...(errorType === undefined ? {} : { errorType }),
    ...(hresult === undefined ? {} : { hresult }),
    tolerances: noted,
  };
}

function soapNamespaceOf(root: XmlNode): string | undefined {
  if (root.name.toLowerCase() !== 'envelope') return undefined;
  return [namespaces.s, namespaces.s11].find((uri) => uri.toLowerCase() === root.namespace.toLowerCase());
}

function readReason(fault: XmlNode, namespace: string, noted: Tolerance[]): Pick<Fault, 'text' | 'language'> {
  const reason = childOf(fault, { name: 'Reason', namespace }, noted);
  const text = reason && childOf(reason, { name: 'Text', namespace }, noted);
  return text ? readText(text) : {};
}

function readFaultstring(fault: XmlNode, noted: Tolerance[]): Pick<Fault, 'text' | 'language'> {
  const text = childOf(fault, { name: 'faultstring', namespace: '' }, noted);
  return text ? readText(text) : {};
}

function readText(node: XmlNode): Pick<Fault, 'text' | 'language'> {
  const language = node.attribute('lang', xmlNamespace);
  return { text: node.text.trim(), ...(language === undefined ? {} : { language }) };
}

function hresultOf(subcode: string | undefined, errorType: string | undefined): number | undefined {
  const particular = errorTypes.find(({ wireName }) => wireName === errorType);
  return (particular ?? subcodes.find(({ wireName }) => wireName === subcode))?.hresult;
}
