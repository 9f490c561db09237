import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning, reissue } from '../../harness/engine/rule/departures.ts';
import { isPartOfSubject, isSubject, readSearchCriteria } from './shared/search-criteria.ts';

/**
 * MS-MDE2 2.2.9.5 calls Subject the certificate to search for, and says of wildcards only that there are none. Servers that search by
 * the common name alone are in use, so this is advice.
 */
export const searchCriteriaPart = defineCheck({
  id: 'provisioning/search-criteria-part',
  title: 'The Subject of SSLCLIENTCERTSEARCHCRITERIA is the whole subject of the issued certificate',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-17'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds its certificate by a part of the subject' },
  remedy: 'Write the whole subject of the issued certificate, percent-encoded, into Subject.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has search criteria with a Subject',
    test: ({ provisioning: document }) => readSearchCriteria(document)?.subjects !== undefined,
  },

  *judge({ provisioning: document }) {
    const criteria = readSearchCriteria(document);
    const { subject } = document.client.certificate;
    const subjects = criteria?.subjects ?? [];
    const part = subjects.find((text) => isPartOfSubject(text, subject));
    if (!criteria || part === undefined || subjects.some((text) => isSubject(text, subject))) return;
    yield {
      message: `Subject is "${part}", which is a part of "${subject.toString()}"`,
      at: criteria.node,
      expected: subject.toString(),
      actual: part,
    };
  },

  counterexamples: [
    {
      name: 'the common name of a longer subject',
      ...reissue({ subject: 'CN=device,O=Contoso' }),
      and: [
        provisioning.set('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value', 'Subject=CN%3Ddevice&Stores=My%5CUser'),
      ],
    },
  ],
});
