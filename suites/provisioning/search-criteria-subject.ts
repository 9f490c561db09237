import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { isPartOfSubject, isSubject, readSearchCriteria } from './shared/search-criteria.ts';

/**
 * How the device finds its certificate for the first management session (MS-MDE2 2.2.9.5). Whether it also finds a certificate by a
 * part of its subject is not known: `search-criteria-part` says so.
 */
export const searchCriteriaSubject = defineCheck({
  id: 'provisioning/search-criteria-subject',
  title: 'The Subject of SSLCLIENTCERTSEARCHCRITERIA is in the issued certificate',
  level: 'MUST',
  basis: 'windows',
  requirements: ['PROV-17', 'X509-02'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'no certificate of the device is found by these criteria for its management sessions',
    evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 2.2.9.5: the certificate is searched by this subject' },
  },
  remedy: 'Write the subject of the issued certificate, percent-encoded, into Subject.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has search criteria with a Subject',
    test: ({ provisioning: document }) => readSearchCriteria(document)?.subjects !== undefined,
  },

  *judge({ provisioning: document }) {
    const criteria = readSearchCriteria(document);
    const { subject } = document.client.certificate;
    if (
      criteria?.subjects &&
      !criteria.subjects.some((text) => isSubject(text, subject) || isPartOfSubject(text, subject))
    ) {
      const actual = criteria.subjects.join('", "');
      yield {
        message: `Subject is "${actual}", the certificate's is "${subject.toString()}"`,
        at: criteria.node,
        expected: subject.toString(),
        actual,
      };
    }
  },

  counterexamples: [
    {
      name: 'a subject that no certificate has',
      // What a recorded server writes; nothing is left to do here.
      ...provisioning.set('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value', 'Subject=CN%3DTODO&Stores=My%5CUser'),
    },
    {
      name: 'an empty common name',
      ...provisioning.set('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value', 'Subject=CN=%3d&Stores=My%5CUser'),
    },
  ],
});
