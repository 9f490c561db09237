import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { addresses } from './shared/addresses.ts';
import { missingParm } from './shared/parms.ts';

/** The device asks this address for work; without it the enrollment is useless. */
export const managementAddress = defineCheck({
  id: 'provisioning/management-address',
  title: 'APPLICATION has the address of the management server in ADDR',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-11'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device has a server to go to' },
  remedy: 'Send ADDR with the address of the OMA DM endpoint.',
  needs: { each: 'issue' },

  *judge({ provisioning: { application } }) {
    yield* missingParm(application, addresses(application), 'ADDR');
  },

  counterexamples: [
    { name: 'an account without address', ...provisioning.remove('//parm[@name="ADDR"]') },
    { name: 'an empty address', ...provisioning.set('//parm[@name="ADDR"]/@value', '') },
  ],
});
