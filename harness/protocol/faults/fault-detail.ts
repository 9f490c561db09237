import { namespaces } from '../xml/namespaces.ts';
import type { XmlNode } from '../xml/tree.ts';
import { errorTypes } from './error-types.ts';
import { childOf, knownSpelling, valueOf } from './lenient.ts';
import type { Tolerance } from './tolerance.ts';

/** What a fault says in its detail. */
export interface FaultDetail {
  /** Local name of the detail element, as sent. */
  readonly element: string;
  readonly node: XmlNode;
  /** In the spelling of the table where it is one of the eight; else as sent. */
  readonly errorType?: string;
  readonly message?: string;
  readonly traceId?: string;
}

const documented = 'DeviceEnrollmentServiceError';
/** What MS-DVRE section 4.1.3 and the WSDL of MS-MDE call the same element. */
const related = 'WindowsDeviceEnrollmentServiceError';
const errorTypeNames = errorTypes.map(({ wireName }) => wireName);

/** Reads a Detail element; undefined where it is empty. A detail of another kind is only named. */
export function readDetail(detail: XmlNode, noted: Tolerance[]): FaultDetail | undefined {
  const { children } = detail;
  const error = children.find(({ name }) =>
    [documented, related].some((known) => known.toLowerCase() === name.toLowerCase()),
  );
  const node = error ?? children[0];
  if (!node) return undefined;
  if (!error) return { element: node.name, node };
  noteName(error, noted);
  return { element: error.name, node: error, ...readError(error, noted) };
}

function noteName(error: XmlNode, noted: Tolerance[]): void {
  const { name, namespace } = error;
  if (name !== documented) noted.push({ id: 'detail-name', message: `${documented} is written "${name}"`, at: error });
  if (namespace !== namespaces.wstep) {
    noted.push({ id: 'namespace', message: `The namespace of ${name} is "${namespace}"`, at: error });
  }
}

function readError(error: XmlNode, noted: Tolerance[]): Pick<FaultDetail, 'errorType' | 'message' | 'traceId'> {
  const child = (name: string): XmlNode | undefined => childOf(error, { name, namespace: error.namespace }, noted);
  const errorType = child('ErrorType');
  const message = child('Message')?.text.trim();
  const traceId = child('TraceId')?.text.trim();
  return {
    ...(errorType ? { errorType: readErrorType(errorType, noted) } : {}),
    ...(message === undefined ? {} : { message }),
    ...(traceId === undefined ? {} : { traceId }),
  };
}

function readErrorType(node: XmlNode, noted: Tolerance[]): string {
  const seen = valueOf(node, noted);
  const known = knownSpelling(seen, errorTypeNames, (message) => noted.push({ id: 'value-case', message, at: node }));
  if (known === undefined) {
    noted.push({ id: 'unknown-error-type', message: `ErrorType is "${seen}", none of the eight`, at: node });
  }
  return known ?? seen;
}
