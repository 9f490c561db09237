import { defineCheck } from '../../harness/engine/rule/check.ts';
import { decodeBase64 } from '../../harness/engine/evidence/base64.ts';
import { remove, rename, replace, set } from '../../harness/engine/rule/departures.ts';
import { responsesIn, tokensIn } from './shared/responses.ts';

/** The token holds the certificate and the configuration; without it, the rest of the answer is useless. */
export const provisioningToken = defineCheck({
  id: 'enrollment/provisioning-token',
  title: 'RequestedSecurityToken holds a BinarySecurityToken whose text is base64',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-07', 'ENR-08'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device finds no configuration that it can read',
    evidence: {
      by: 'specified',
      source: 'MS-MDE2 18.0, section 3.4.4.1.1.2: the token holds the configuration in base64',
    },
  },
  remedy: 'Send the base64 of the provisioning document in RequestedSecurityToken/BinarySecurityToken.',
  needs: { across: ['issue', 'renew'], atLeast: 1 },

  *judge(answers) {
    for (const { payload } of answers) {
      const tokens = tokensIn(payload);
      if (tokens.length === 0) {
        yield {
          message: 'RequestedSecurityToken holds no BinarySecurityToken',
          at: payload.find('.//wst:RequestedSecurityToken') ?? responsesIn(payload)[0] ?? payload,
        };
      }
      for (const token of tokens) {
        if (!decodeBase64(token.text)) yield { message: defectOf(token.text), at: token };
      }
    }
  },

  counterexamples: [
    { name: 'an answer without a token', ...remove('issue', '//wsse:BinarySecurityToken') },
    {
      name: 'a token in another namespace',
      ...rename('issue', '//wsse:BinarySecurityToken', '{urn:example}BinarySecurityToken'),
    },
    { name: 'an empty token', ...set('issue', '//wsse:BinarySecurityToken', '') },
    { name: 'a document as it stands', ...set('issue', '//wsse:BinarySecurityToken', '<wap-provisioningdoc/>') },
    { name: 'a foreign character inside', ...replace('issue', '">PHdhcC', '">PHd-hcC') },
    { name: 'the letters of URLs', ...set('issue', '//wsse:BinarySecurityToken', 'PHdhcC_w') },
    { name: 'wrong padding', ...set('issue', '//wsse:BinarySecurityToken', 'PHdhcA=') },
  ],
});

/** Why a text is not base64, apart from white space. */
function defectOf(text: string): string {
  if (text.trim() === '') return 'BinarySecurityToken is empty';
  const foreign = /[^A-Za-z0-9+/= \t\r\n]/u.exec(text);
  if (!foreign) return 'The base64 of BinarySecurityToken is cut off or wrongly padded';
  return `BinarySecurityToken holds ${JSON.stringify(foreign[0])}, which is not base64, as character ${foreign.index + 1}`;
}
