import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { missingParm, parmsNamed } from './shared/parms.ts';

/** What the user reads where Windows shows who manages the device. */
export const applicationName = defineCheck({
  id: 'provisioning/application-name',
  title: 'APPLICATION shows its server to the user in NAME',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-11'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the user reads who manages the device' },
  remedy: 'Send NAME with a name that the user knows the server by.',
  needs: { each: 'issue' },

  *judge({ provisioning: { application } }) {
    yield* missingParm(application, parmsNamed(application, 'NAME'), 'NAME');
  },

  counterexamples: [
    { name: 'an account without it', ...provisioning.remove('//parm[@name="NAME"]') },
    { name: 'an empty name', ...provisioning.set('//parm[@name="NAME"]/@value', ' ') },
  ],
});
