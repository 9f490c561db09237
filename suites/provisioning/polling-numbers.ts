import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { integerOf, valueOf, valuePlace } from './shared/parms.ts';
import { pollingDefaults, pollNode } from './shared/polling.ts';

/** Counts and minutes; nothing else can be scheduled. */
export const pollingNumbers = defineCheck({
  id: 'provisioning/polling-numbers',
  title: 'The parms of the polling schedule are integers and not negative',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-23'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device falls back to its default, or refuses the document' },
  remedy: 'Send each count and each interval in minutes as a decimal integer from 0.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a polling schedule and is no MAM document',
    test: ({ provisioning }) => pollNode(provisioning) !== undefined,
  },

  *judge({ provisioning }) {
    const parms = pollNode(provisioning)?.all('parm') ?? [];
    for (const parm of parms) {
      const name = parm.attribute('name') ?? '';
      const number = integerOf(parm);
      if (!(name in pollingDefaults) || (number !== undefined && number >= 0)) continue;
      yield { message: `${name} is "${valueOf(parm)}"`, at: valuePlace(parm), actual: valueOf(parm) };
    }
  },

  counterexamples: [
    { name: 'a word', ...provisioning.set('//parm[@name="NumberOfFirstRetries"]/@value', 'eight') },
    { name: 'a negative number', ...provisioning.set('//parm[@name="NumberOfSecondRetries"]/@value', '-1') },
    { name: 'a number without value', ...provisioning.remove('//parm[@name="IntervalForFirstSetOfRetries"]/@value') },
  ],
});
