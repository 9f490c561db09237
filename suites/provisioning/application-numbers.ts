import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

const names = ['CONNRETRYFREQ', 'INITIALBACKOFFTIME', 'MAXBACKOFFTIME'] as const;
/** White space around a number is left to the reader. */
const number = /^\s*\d+\s*$/;

/** How often and after how many milliseconds the device tries again: a numeric value, says MS-MDE2 2.2.9.5. */
export const applicationNumbers = defineCheck({
  id: 'provisioning/application-numbers',
  title: 'CONNRETRYFREQ, INITIALBACKOFFTIME and MAXBACKOFFTIME are numbers',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-38'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device falls back to its default, or refuses the account' },
  remedy: 'Send decimal digits alone, or leave the parm out.',
  needs: { each: 'issue' },
  applies: {
    when: 'APPLICATION has one of the three parms',
    test: ({ provisioning: { application } }) => names.some((name) => parmsNamed(application, name).length > 0),
  },

  *judge({ provisioning: { application } }) {
    for (const name of names) {
      for (const parm of parmsNamed(application, name)) {
        const actual = valueOf(parm);
        if (!number.test(actual)) {
          yield { message: `${name} is "${actual}"`, at: valuePlace(parm), expected: 'a number from 0', actual };
        }
      }
    }
  },

  counterexamples: [
    { name: 'a word', ...provisioning.set('//parm[@name="CONNRETRYFREQ"]/@value', 'six') },
    { name: 'a negative number', ...provisioning.set('//parm[@name="INITIALBACKOFFTIME"]/@value', '-16000') },
    { name: 'a number with a unit', ...provisioning.set('//parm[@name="MAXBACKOFFTIME"]/@value', '24h') },
  ],
});
