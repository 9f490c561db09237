import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import { language, tokens } from './protocol.ts';

/** The answer that carries the provisioning document (MS-MDE2 3.4.4.1.1.2, MS-WSTEP 3.1.4.1.3.5). */
export function tokenResponse(provisioningDocument: Uint8Array): XmlObject {
  return {
    RequestSecurityTokenResponseCollection: {
      '@_xmlns': namespaces.wst,
      RequestSecurityTokenResponse: {
        TokenType: tokens.deviceEnrollment,
        DispositionMessage: { '@_xmlns': namespaces.wstep, '@_xml:lang': language, '#text': 'Issued' },
        RequestedSecurityToken: {
          BinarySecurityToken: {
            '@_xmlns': namespaces.wsse,
            '@_ValueType': tokens.provisioningDocument,
            '@_EncodingType': tokens.base64Binary,
            '#text': Buffer.from(provisioningDocument).toString('base64'),
          },
        },
        RequestID: { '@_xmlns': namespaces.wstep, '#text': '0' },
      },
    },
  };
}
