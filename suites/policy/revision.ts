import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { attributesPath } from './shared/paths.ts';
import { integerOf, quoted } from './shared/values.ts';

const path = `${attributesPath}/x:revision/*[self::x:majorRevision or self::x:minorRevision]`;

/** Tells an old copy of a policy from a new one. */
export const revision = defineCheck({
  id: 'policy/revision',
  title: 'majorRevision is greater than 0 and minorRevision is 0 or greater',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-23'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device compares two copies of a policy' },
  remedy: 'Count the revisions of a policy from 1.0.',
  needs: { each: 'get-policies' },
  applies: { when: 'a policy has a revision', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const number of payload.all(path)) {
      const least = number.name === 'majorRevision' ? 1n : 0n;
      if (!isAllowedNil(number) && (integerOf(number) ?? -1n) < least) {
        yield { message: quoted(number), at: number, expected: `an integer from ${least}`, actual: number.text };
      }
    }
  },

  counterexamples: [
    { name: 'major revision 0', ...set('get-policies', '//x:majorRevision', '0') },
    { name: 'a negative minor revision', ...set('get-policies', '//x:minorRevision', '-1') },
    { name: 'both numbers in one', ...set('get-policies', '//x:majorRevision', '100.1') },
  ],
});

/** The text of MS-XCEP lets minorRevision be nil, its schema does not; both are taken. */
function isAllowedNil({ name, isNil }: XmlNode): boolean {
  return isNil && name === 'minorRevision';
}
