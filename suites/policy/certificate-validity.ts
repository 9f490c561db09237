import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { attributesPath } from './shared/paths.ts';
import { integerOf, quoted } from './shared/values.ts';

const path = `${attributesPath}/x:certificateValidity/*[self::x:validityPeriodSeconds or self::x:renewalPeriodSeconds]`;

/** How long a certificate lasts, and how long before its end it is renewed. */
export const certificateValidity = defineCheck({
  id: 'policy/certificate-validity',
  title: 'validityPeriodSeconds and renewalPeriodSeconds are greater than 0',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-09'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device plans the renewal of its certificate by these periods' },
  remedy: 'Send both periods as a number of seconds greater than 0.',
  needs: { each: 'get-policies' },
  applies: { when: 'a policy has one of the two periods', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const period of payload.all(path)) {
      if ((integerOf(period) ?? 0n) <= 0n) {
        yield { message: quoted(period), at: period, expected: 'an integer greater than 0', actual: period.text };
      }
    }
  },

  counterexamples: [
    { name: 'no lifetime', ...set('get-policies', '//x:validityPeriodSeconds', '0') },
    { name: 'no time for renewal', ...set('get-policies', '//x:renewalPeriodSeconds', '0') },
    { name: 'a negative period', ...set('get-policies', '//x:renewalPeriodSeconds', '-3600') },
  ],
});
