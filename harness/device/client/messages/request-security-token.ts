import type { XmlObject } from '../../../protocol/xml/write.ts';
import { securityOf, timestamped } from './credential.ts';
import type { Authentication } from './credential.ts';
import { enrollmentNamespaces, envelope } from './envelope.ts';
import type { EnvelopeOptions } from './envelope.ts';

/** One fact about the device for the issuer; order and repetitions are kept. */
export type ContextItem = readonly [name: string, value: string];

/** The certificate request, in the form that the ValueType names. */
export interface RequestToken {
  readonly valueType: string;
  readonly text: string;
}

export interface RequestSecurityTokenOptions extends EnvelopeOptions {
  /** Without a credential, the message has no Security header, which is right for a renewal only. */
  readonly authentication?: Authentication | undefined;
  /** The Security header begins with a Timestamp of this time. */
  readonly timestamp?: Date;
  readonly requestType: 'Issue' | 'Renew' | 'Recovery';
  readonly token: RequestToken;
  readonly contextItems: readonly ContextItem[];
}

const enrollment = 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment';
const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
const authorization = 'http://schemas.xmlsoap.org/ws/2006/12/authorization';
const deviceToken = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken';
const secext = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

/** The ValueTypes of a PKCS #7 message: MS-MDE2 and Microsoft Learn name the first, MS-MDE the other. */
export const pkcs7Types = { secext: `${secext}#PKCS7`, enrollment: `${enrollment}#PKCS7` } as const;

/** The DER of a PKCS #10 request as a token. */
export function pkcs10Token(der: Uint8Array): RequestToken {
  return { valueType: `${enrollment}#PKCS10`, text: Buffer.from(der).toString('base64') };
}

/** Asks for a client certificate and the provisioning document around it (MS-MDE2 3.4.4.1.1.1 and 3.5.4.1.1.1). */
export function requestSecurityTokenMessage(options: RequestSecurityTokenOptions): XmlObject {
  const { token, authentication, timestamp } = options;
  const security = authentication && securityOf(authentication, 'issue');
  return envelope({
    ...options,
    namespaces: enrollmentNamespaces,
    action: `${enrollment}/RST/wstep`,
    security: security && timestamp ? timestamped(security, timestamp) : security,
    body: {
      'wst:RequestSecurityToken': {
        'wst:TokenType': deviceToken,
        'wst:RequestType': `${trust}/${options.requestType}`,
        'wsse:BinarySecurityToken': {
          '@_ValueType': token.valueType,
          '@_EncodingType': `${secext}#base64binary`,
          '#text': token.text,
        },
        'ac:AdditionalContext': {
          '@_xmlns': authorization,
          'ac:ContextItem': options.contextItems.map(([name, value]) => ({ '@_Name': name, 'ac:Value': value })),
        },
      },
    },
  });
}
