import type { XmlObject } from '../../../protocol/xml/write.ts';

/** The header values of every request of a device (MS-MDE2 3.1.4.1.1.1 and similar sections). */
export interface EnvelopeOptions {
  /** `a:To`, as the message shows it. */
  readonly to: string;
  /** `a:MessageID`, with its `urn:uuid:`. */
  readonly messageId: string;
}

/** The parts of an envelope that differ from message to message. */
interface EnvelopeParts extends EnvelopeOptions {
  readonly namespaces: XmlObject;
  readonly action: string;
  readonly security?: XmlObject | undefined;
  readonly body: XmlObject;
}

const anonymous = 'http://www.w3.org/2005/08/addressing/anonymous';

/** The namespaces that Windows declares on the envelope of GetPolicies and RequestSecurityToken, in its order. */
export const enrollmentNamespaces = {
  '@_xmlns:s': 'http://www.w3.org/2003/05/soap-envelope',
  '@_xmlns:a': 'http://www.w3.org/2005/08/addressing',
  '@_xmlns:u': 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
  '@_xmlns:wsse': 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  '@_xmlns:wst': 'http://docs.oasis-open.org/ws-sx/ws-trust/200512',
  '@_xmlns:ac': 'http://schemas.xmlsoap.org/ws/2006/12/authorization',
} as const;

/** A SOAP 1.2 envelope with the addressing headers in the order in which Windows writes them. */
export function envelope({ namespaces, action, messageId, to, security, body }: EnvelopeParts): XmlObject {
  return {
    's:Envelope': {
      ...namespaces,
      's:Header': {
        'a:Action': { '@_s:mustUnderstand': '1', '#text': action },
        'a:MessageID': messageId,
        'a:ReplyTo': { 'a:Address': anonymous },
        'a:To': { '@_s:mustUnderstand': '1', '#text': to },
        ...(security ? { 'wsse:Security': { '@_s:mustUnderstand': '1', ...security } } : {}),
      },
      's:Body': body,
    },
  };
}
