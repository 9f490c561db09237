import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { provisioningBytes } from '../../harness/engine/evidence/provisioning.ts';
import { plainDoctype } from '../../harness/protocol/xml/plain-doctype.ts';

/**
 * MSPROV is defined by a DTD, but a document needs no document type (MS-MDE2 2.2.9.1 has none). One that only names the public DTD
 * is advice; one that declares something makes `document` fail.
 */
export const provisioningDoctype = defineCheck({
  id: 'provisioning/doctype',
  title: 'The provisioning document has no document type',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-37'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device reads a document with a document type' },
  remedy: 'Begin the document with wap-provisioningdoc.',
  needs: { each: ['issue', 'renew'] },
  applies: { when: 'the token is base64', test: ({ answer }) => provisioningBytes(answer) !== undefined },

  *judge(evidence) {
    const bytes = provisioningBytes(evidence.answer);
    const doctype = bytes && plainDoctype(bytes);
    if (doctype)
      yield { message: `The document begins with ${doctype.text}`, at: evidence.at('provisioning-document') };
  },

  counterexamples: [
    {
      name: 'the public document type',
      ...provisioning.replace(
        '<wap-provisioningdoc',
        '<!DOCTYPE wap-provisioningdoc PUBLIC "-//WAPFORUM//DTD PROV 1.0//EN" "http://www.wapforum.org/DTD/prov.dtd"><wap-provisioningdoc',
      ),
    },
  ],
});
