import type { XmlObject } from '../../xml/write.ts';
import { securityOf } from './credential.ts';
import type { Credential } from './credential.ts';
import { enrollmentNamespaces, envelope } from './envelope.ts';
import type { EnvelopeOptions } from './envelope.ts';

/** One fact about the device for the issuer; order and repetitions are kept. */
export type ContextItem = readonly [name: string, value: string];

export interface RequestSecurityTokenOptions extends EnvelopeOptions {
  /** Without one the message has no Security header, which no enrollment service should accept. */
  readonly credential?: Credential | undefined;
  readonly requestType: 'Issue';
  /** DER of the PKCS#10 request. */
  readonly csr: Uint8Array;
  readonly contextItems: readonly ContextItem[];
}

const enrollment = 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment';
const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
const authorization = 'http://schemas.xmlsoap.org/ws/2006/12/authorization';
const deviceToken = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken';
const base64Binary = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary';

/** Asks for a client certificate and the provisioning document around it (MS-MDE2 3.4.4.1.1.1). */
export function requestSecurityTokenMessage(options: RequestSecurityTokenOptions): XmlObject {
  return envelope({
    ...options,
    namespaces: enrollmentNamespaces,
    action: `${enrollment}/RST/wstep`,
    security: options.credential && securityOf(options.credential),
    body: {
      'wst:RequestSecurityToken': {
        'wst:TokenType': deviceToken,
        'wst:RequestType': `${trust}/${options.requestType}`,
        'wsse:BinarySecurityToken': {
          '@_ValueType': `${enrollment}#PKCS10`,
          '@_EncodingType': base64Binary,
          '#text': Buffer.from(options.csr).toString('base64'),
        },
        'ac:AdditionalContext': {
          '@_xmlns': authorization,
          'ac:ContextItem': options.contextItems.map(([name, value]) => ({ '@_Name': name, 'ac:Value': value })),
        },
      },
    },
  });
}
