import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import { soapResponse, type Desk } from './envelope.ts';
import { faultAction, language } from './protocol.ts';
import type { EnvelopeCode } from './refusal.ts';

/** A SOAP 1.2 fault as MS-MDE2 2.2.10 and MS-WSTEP 4.1.4.2 describe it. */
export interface Fault {
  /** Default: `Receiver`. */
  readonly code?: EnvelopeCode;
  /** One of the seven subcodes, or another local name for a counterexample. */
  readonly subcode: string;
  /** Text for the user. */
  readonly reason: string;
  /** Adds a DeviceEnrollmentServiceError detail with a TraceId of its own. */
  readonly errorType?: string;
  /** Header blocks by which SOAP explains its own codes. */
  readonly blocks?: XmlObject;
}

/** The namespaces that define two of the subcodes; the others are in SOAP's, as Microsoft's samples have them. */
const subcodeNamespaces: Readonly<Record<string, string>> = {
  InternalServiceFault: 'http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher',
  InvalidSecurity: namespaces.wsse,
};

/** Answers with HTTP 500, the status of a Receiver fault (SOAP 1.2 Part 2 section 7.5.2.2). */
export function faultResponse(fault: Fault, relatesTo: string | undefined, desk: Desk): HttpResponse {
  const detail = fault.errorType === undefined ? {} : { 's:Detail': errorDetail(fault.errorType, fault.reason, desk) };
  const body = {
    's:Fault': {
      's:Code': { 's:Value': `s:${fault.code ?? 'Receiver'}`, 's:Subcode': { 's:Value': subcodeName(fault.subcode) } },
      's:Reason': { 's:Text': { '@_xml:lang': language, '#text': fault.reason } },
      ...detail,
    },
  };
  const { blocks = {} } = fault;
  return soapResponse({ status: 500, action: faultAction, relatesTo, blocks, body }, desk);
}

function subcodeName(subcode: string): string | XmlObject {
  const namespace = subcodeNamespaces[subcode];
  if (namespace === undefined) return `s:${subcode}`;
  return { '@_xmlns:e': namespace, '#text': `e:${subcode}` };
}

function errorDetail(errorType: string, message: string, { identifiers }: Desk): XmlObject {
  return {
    DeviceEnrollmentServiceError: {
      '@_xmlns': namespaces.wstep,
      ErrorType: errorType,
      Message: message,
      TraceId: identifiers.uuid(),
    },
  };
}
