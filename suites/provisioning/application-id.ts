import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

/** Says that the APPLICATION is an OMA DM account and nothing else that OMA Client Provisioning knows. */
export const applicationId = defineCheck({
  id: 'provisioning/application-id',
  title: 'APPID is w7',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-09'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes the APPLICATION for its management account' },
  remedy: 'Send APPID with the value w7.',
  needs: { each: 'issue' },

  *judge({ provisioning: { application } }) {
    const ids = parmsNamed(application, 'APPID');
    if (ids.length === 0) yield { message: 'APPLICATION has no APPID', at: application, expected: 'w7' };
    for (const id of ids) {
      const actual = valueOf(id);
      if (actual !== 'w7') yield { message: `APPID is "${actual}"`, at: valuePlace(id), expected: 'w7', actual };
    }
  },

  counterexamples: [
    { name: 'another application', ...provisioning.set('//parm[@name="APPID"]/@value', 'w5') },
    { name: 'an application without id', ...provisioning.remove('//parm[@name="APPID"]') },
  ],
});
