import { defineCheck } from '../../harness/engine/check.ts';
import { behaves } from '../../harness/engine/departures.ts';
import { isSubject, readSearchCriteria } from '../provisioning/shared/search-criteria.ts';

/** A renewal brings a certificate, and as a rule no APPLICATION: what was to be looked for at the enrollment is looked for still. */
export const renewedSubject = defineCheck({
  id: 'renewal/search-criteria',
  title: 'The search criteria that the device has find the renewed certificate too',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-17'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    hresult: '0x80180024',
    says: 'a device that goes by its search criteria does not find the renewed certificate, and cannot be managed',
  },
  remedy: 'Renew a certificate under its own subject, or send SSLCLIENTCERTSEARCHCRITERIA for the new one.',
  needs: { flow: ['issue', 'renew'] },
  applies: {
    when: 'the search criteria of the enrollment have a Subject, which is that of its certificate',
    test: ({ issue: { provisioning: document } }) =>
      readSearchCriteria(document)?.subjects?.some((text) => isSubject(text, document.client.certificate.subject)) ===
      true,
  },

  *judge({ issue, renew }) {
    const { node, certificate } = renew.provisioning.client;
    const criteria = readSearchCriteria(renew.provisioning) ?? readSearchCriteria(issue.provisioning);
    if (!criteria?.subjects || criteria.subjects.some((text) => isSubject(text, certificate.subject))) return;
    const actual = certificate.subject.toString();
    const expected = criteria.subjects.join('" or "');
    yield { message: `The renewed certificate is for "${actual}", the device looks for "${expected}"`, at: node };
  },

  counterexamples: [
    { name: 'a certificate for another device', ...behaves({ renewed: { subject: 'CN=Another device' } }) },
  ],
});
