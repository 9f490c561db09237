import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { hasValue, integerOf, quoted, valuesAt } from './shared/values.ts';

const path = 'x:response/x:nextUpdateHours';

/** After how long a device asks again. */
export const nextUpdate = defineCheck({
  id: 'policy/next-update',
  title: 'nextUpdateHours, where it is not nil, is greater than 0',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-11'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'when a device asks for its policies again' },
  remedy: 'Send a number of hours greater than 0, or nil.',
  needs: { each: 'get-policies' },
  applies: { when: 'nextUpdateHours is not nil', test: ({ payload }) => hasValue(payload, path) },

  *judge({ payload }) {
    for (const hours of valuesAt(payload, path)) {
      if ((integerOf(hours) ?? 0n) <= 0n) {
        yield { message: quoted(hours), at: hours, expected: 'an integer greater than 0', actual: hours.text };
      }
    }
  },

  counterexamples: [
    { name: 'no hours', ...set('get-policies', '//x:nextUpdateHours', '0') },
    { name: 'an empty element', ...set('get-policies', '//x:nextUpdateHours', '') },
  ],
});
