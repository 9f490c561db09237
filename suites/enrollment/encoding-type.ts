import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { tokensIn } from './shared/responses.ts';
import { tokenAttributeFindings } from './shared/token-attribute.ts';

/** The URI is Microsoft's own: that of OASIS has another name and another letter case. */
export const encodingType = defineCheck({
  id: 'enrollment/encoding-type',
  title: 'EncodingType of the token is #base64binary of the WS-Security namespace',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes a token in another encoding; no recording shows one' },
  remedy: 'Send the EncodingType of MS-MDE2 3.4.4.1.1.2 as an attribute without prefix.',
  needs: { each: ['issue', 'renew'] },
  applies: { when: 'the answer holds a token', test: ({ payload }) => tokensIn(payload).length > 0 },

  *judge({ payload }) {
    yield* tokenAttributeFindings(payload, 'EncodingType', `${namespaces.wsse}#base64binary`);
  },

  counterexamples: [
    {
      name: 'the encoding of OASIS',
      ...set(
        'issue',
        '//wsse:BinarySecurityToken/@EncodingType',
        'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary',
      ),
    },
    { name: 'a token without encoding', ...remove('issue', '//wsse:BinarySecurityToken/@EncodingType') },
  ],
});
