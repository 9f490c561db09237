import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { Certificate } from '../../harness/protocol/pki/read/certificate.ts';
import { isSubject, readSearchCriteria, type SearchCriteria } from '../provisioning/shared/search-criteria.ts';

/** A renewal usually brings no APPLICATION, so the device still searches by the criteria of its enrollment. */
export const renewedSearchCriteria = defineCheck({
  id: 'renewal/search-criteria',
  title: 'The search criteria that the device has find the renewed certificate too',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-17'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that goes by its search criteria finds the renewed certificate' },
  remedy: 'Renew a certificate under its own subject, or send SSLCLIENTCERTSEARCHCRITERIA for the new one.',
  needs: { across: ['issue', 'renew'], atLeast: 2 },
  applies: {
    when: 'the search criteria of an enrollment find a certificate that is renewed',
    test: (items) => items.some((item) => criteriaFor(item, items) !== undefined),
  },

  *judge(items) {
    for (const item of items) {
      const before = criteriaFor(item, items);
      if (!before) continue;
      const { node, certificate } = item.provisioning.client;
      const criteria = readSearchCriteria(item.provisioning) ?? before;
      if (finds(criteria, certificate)) continue;
      const actual = certificate.subject.toString();
      const expected = criteria.subjects?.join('" or "') ?? '';
      yield { message: `The renewed certificate is for "${actual}", the device looks for "${expected}"`, at: node };
    }
  },

  counterexamples: [
    { name: 'a certificate for another device', ...behaves({ renewed: { subject: 'CN=Another device' } }) },
  ],
});

/** By what the device found the certificate that it renews; a third-party recording does not say which enrollment was that of the device. */
function criteriaFor({ facts }: Evidence, items: readonly Evidence[]): SearchCriteria | undefined {
  const old = facts.renewal?.signed?.signer;
  if (!old) return undefined;
  for (const item of items) {
    const criteria = item.kind === 'issue' ? readSearchCriteria(item.provisioning) : undefined;
    if (criteria && finds(criteria, old)) return criteria;
  }
  return undefined;
}

function finds({ subjects }: SearchCriteria, { subject }: Certificate): boolean {
  return subjects?.some((text) => isSubject(text, subject)) === true;
}
