import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';

/** Windows Phone 8 took its application token at enrollment; Windows 10 took it out of the enrollment. */
export const enterpriseApplicationToken = defineCheck({
  id: 'provisioning/enterprise-application-token',
  title: 'The document has no enterprise application token',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['PROV-29'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether EnterpriseAppManagement fails on Windows 10 and later, which took it out of the enrollment',
  },
  remedy: 'Leave EnterpriseAppManagement out of the enrollment.',
  needs: { each: 'issue' },

  *judge({ provisioning: { tree } }) {
    for (const node of tree.all('/wap-provisioningdoc/characteristic[@type="EnterpriseAppManagement"]')) {
      yield { message: 'The document configures EnterpriseAppManagement', at: node };
    }
  },

  counterexamples: [
    {
      name: 'a token for applications',
      ...provisioning.append('/wap-provisioningdoc', '<characteristic type="EnterpriseAppManagement"/>'),
    },
  ],
});
