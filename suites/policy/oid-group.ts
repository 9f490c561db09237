import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { oidPath } from './shared/paths.ts';
import { integerOf, quoted } from './shared/values.ts';

const path = `${oidPath}/x:group`;

/** Says what kind of thing an OID names: a hash, a key, an extension, a policy. */
export const oidGroup = defineCheck({
  id: 'policy/oid-group',
  title: 'The group of each oID is one of 1 to 9',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that cannot tell what the OID names passes over it' },
  remedy: 'Take the group from the table of MS-XCEP 3.1.4.1.3.16, for example 1 for a hash.',
  needs: { each: 'get-policies' },
  applies: { when: 'an oID has a group', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const group of payload.all(path)) {
      const number = integerOf(group) ?? 0n;
      if (number < 1n || number > 9n) {
        yield { message: quoted(group), at: group, expected: '1 to 9', actual: group.text };
      }
    }
  },

  counterexamples: [
    { name: 'a group of 0', ...set('get-policies', '//x:oID[1]/x:group', '0') },
    { name: 'a group that does not exist', ...set('get-policies', '//x:oID[2]/x:group', '10') },
    { name: 'the name of a group', ...set('get-policies', '//x:oID[1]/x:group', 'hash') },
  ],
});
