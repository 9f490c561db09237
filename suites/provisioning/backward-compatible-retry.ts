import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

/** The presence of the parm switches it on; the value `false` would do so too. */
export const backwardCompatibleRetry = defineCheck({
  id: 'provisioning/backward-compatible-retry',
  title: 'BACKCOMPATRETRYDISABLED has no value',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['PROV-26'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device reads the value, or goes by the presence of the parm alone' },
  remedy: 'Send BACKCOMPATRETRYDISABLED without a value, or leave it out to allow the retry.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a BACKCOMPATRETRYDISABLED',
    test: ({ provisioning: { application } }) => parmsNamed(application, 'BACKCOMPATRETRYDISABLED').length > 0,
  },

  *judge({ provisioning: { application } }) {
    for (const parm of parmsNamed(application, 'BACKCOMPATRETRYDISABLED')) {
      const actual = valueOf(parm);
      if (actual !== '') yield { message: `BACKCOMPATRETRYDISABLED is "${actual}"`, at: valuePlace(parm), actual };
    }
  },

  counterexamples: [
    {
      name: 'a boolean',
      ...provisioning.attribute('//parm[@name="BACKCOMPATRETRYDISABLED"]', 'value', 'false'),
    },
  ],
});
