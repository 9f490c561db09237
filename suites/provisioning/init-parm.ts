import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed } from './shared/parms.ts';

/** INIT is for mobile operators; Windows opens the first session after an enrollment by itself. */
export const initParm = defineCheck({
  id: 'provisioning/init-parm',
  title: 'APPLICATION has no INIT',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['PROV-26'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device opens its first session at another time than the server expects',
  },
  remedy: 'Leave INIT out.',
  needs: { each: 'issue' },

  *judge({ provisioning: { application } }) {
    for (const parm of parmsNamed(application, 'INIT')) yield { message: 'APPLICATION has an INIT', at: parm };
  },

  counterexamples: [
    {
      name: 'a session asked for',
      ...provisioning.append('//characteristic[@type="APPLICATION"]', '<parm name="INIT" value="1"/>'),
    },
  ],
});
