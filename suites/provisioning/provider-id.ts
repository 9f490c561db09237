import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { missingParm, parmsNamed } from './shared/parms.ts';

/** The name of the account; the device finds all settings of the server by it. */
export const providerId = defineCheck({
  id: 'provisioning/provider-id',
  title: 'APPLICATION names its server in PROVIDER-ID',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-11'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes an account that has no name' },
  remedy: 'Send PROVIDER-ID with a name of the server that never changes.',
  needs: { each: 'issue' },

  *judge({ provisioning: { application } }) {
    yield* missingParm(application, parmsNamed(application, 'PROVIDER-ID'), 'PROVIDER-ID');
  },

  counterexamples: [
    { name: 'an account without name', ...provisioning.remove('//parm[@name="PROVIDER-ID"]') },
    { name: 'an empty name', ...provisioning.set('//parm[@name="PROVIDER-ID"]/@value', '') },
  ],
});
