import { issueFamily } from '../../../harness/device/run/family.ts';
import type { RequestEdit } from '../../../harness/device/client/request-edit.ts';
import { brokenIntoLines } from '../shared/request-text.ts';

const adding = (xml: string): readonly RequestEdit[] => [
  { xml: { op: 'append', at: '//wst:RequestSecurityToken', xml } },
];

/** What MS-WSTEP tells a server to pass over, and base64 as other clients write it. */
export const tokenRequestVariants = issueFamily({
  id: 'token-request-variants',
  title: 'One device enrolls again and again, each time with other content around its certificate request',
  variations: [
    {
      variant: 'a RequestID',
      family: 'ignored-request-id',
      edits: adding('<RequestID xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollment">7</RequestID>'),
    },
    {
      variant: 'AppliesTo and KeyType',
      family: 'ignored-elements',
      edits: adding(
        '<wsp:AppliesTo xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy"><a:EndpointReference>' +
          '<a:Address>urn:example:enrollment</a:Address></a:EndpointReference></wsp:AppliesTo>' +
          '<wst:KeyType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey</wst:KeyType>',
      ),
    },
    {
      variant: 'an element of an unknown namespace',
      family: 'ignored-elements',
      edits: adding('<future:Hint xmlns:future="urn:example:future">1</future:Hint>'),
      deviations: ['schema'],
      tolerated: true,
    },
    {
      variant: 'a certificate request in lines with CR, LF and blanks',
      family: 'certificate-request-spacing',
      transform: brokenIntoLines,
    },
  ],
});
