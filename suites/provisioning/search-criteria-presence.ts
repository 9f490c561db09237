import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed } from './shared/parms.ts';

/** Without it the device has to guess which of its certificates the management server wants. */
export const searchCriteriaPresence = defineCheck({
  id: 'provisioning/search-criteria-presence',
  title: 'The APPLICATION says by SSLCLIENTCERTSEARCHCRITERIA which certificate opens its sessions',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-17'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'a device enrolls without it; with several certificates it may present another one',
    evidence: {
      by: 'seen',
      source:
        'Windows 10 19043, enrollment log published by fleetdm/fleet; Windows 11 26200, deploymenttheory/go-microsoft-dm',
    },
  },
  remedy: 'Add SSLCLIENTCERTSEARCHCRITERIA with the subject and the store of the issued certificate.',
  needs: { each: 'issue' },

  *judge({ provisioning: { application } }) {
    if (parmsNamed(application, 'SSLCLIENTCERTSEARCHCRITERIA').length === 0) {
      yield { message: 'APPLICATION has no SSLCLIENTCERTSEARCHCRITERIA', at: application };
    }
  },

  counterexamples: [
    { name: 'no search criteria', ...provisioning.remove('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]') },
  ],
});
