import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { attributesPath } from './shared/paths.ts';
import { integerOf } from './shared/values.ts';

/** A certificate that is due for renewal when it is issued would be renewed without end. */
export const renewalPeriod = defineCheck({
  id: 'policy/renewal-period',
  title: 'renewalPeriodSeconds is smaller than validityPeriodSeconds',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-10'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device renews by this period; its renewal would be due as soon as the certificate is there',
  },
  remedy: 'Choose a renewal period that is a fraction of the lifetime.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'both periods are greater than 0',
    test: ({ payload }) => periodsIn(payload).length > 0,
  },

  *judge({ payload }) {
    for (const { renewal, seconds, lifetime } of periodsIn(payload)) {
      if (seconds >= lifetime) {
        yield {
          message: `renewalPeriodSeconds is ${seconds} where validityPeriodSeconds is ${lifetime}`,
          at: renewal,
          expected: `less than ${lifetime}`,
          actual: renewal.text,
        };
      }
    }
  },

  counterexamples: [
    { name: 'a period longer than the lifetime', ...set('get-policies', '//x:renewalPeriodSeconds', '999999999') },
    { name: 'a short lifetime', ...set('get-policies', '//x:validityPeriodSeconds', '60') },
  ],
});

interface Periods {
  readonly renewal: XmlNode;
  readonly seconds: bigint;
  readonly lifetime: bigint;
}

function periodsIn(payload: XmlNode): Periods[] {
  return payload.all(`${attributesPath}/x:certificateValidity`).flatMap((validity) => {
    const renewal = validity.find('x:renewalPeriodSeconds');
    const whole = validity.find('x:validityPeriodSeconds');
    if (!renewal || !whole) return [];
    const seconds = integerOf(renewal) ?? 0n;
    const lifetime = integerOf(whole) ?? 0n;
    return seconds > 0n && lifetime > 0n ? [{ renewal, seconds, lifetime }] : [];
  });
}
