import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { provisioningBytes } from '../../harness/engine/evidence/provisioning.ts';
import { documentDefect } from './shared/document-defect.ts';

/** A device that cannot read the document gets no configuration at all. */
export const provisioningDocument = defineCheck({
  id: 'provisioning/document',
  title: 'The token is a well-formed document with the root wap-provisioningdoc',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-01', 'PROV-19'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device reads no configuration in the token',
    evidence: {
      by: 'specified',
      source: 'MS-MDE2 18.0, section 2.2.9.1: the configuration is a wap-provisioningdoc in XML',
    },
  },
  remedy: 'Write the document with an XML library, so that each & in a value becomes &amp;.',
  needs: { each: 'issue' },
  applies: {
    when: 'the token is base64',
    test: ({ answer }) => provisioningBytes(answer) !== undefined,
  },

  *judge(evidence) {
    const bytes = provisioningBytes(evidence.answer);
    const defect = bytes && documentDefect(bytes);
    if (defect !== undefined) yield { message: defect, at: evidence.at('provisioning-document') };
  },

  counterexamples: [
    { name: 'a raw ampersand', ...provisioning.replace('&amp;Stores', '&Stores') },
    { name: 'another root', ...provisioning.rename('/wap-provisioningdoc', 'provisioningdoc') },
    {
      name: 'a root in a namespace',
      ...provisioning.rename('/wap-provisioningdoc', '{urn:example}wap-provisioningdoc'),
    },
  ],
});
