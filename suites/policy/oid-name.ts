import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { oidPath } from './shared/paths.ts';
import { quoted } from './shared/values.ts';

const path = `${oidPath}/x:defaultName`;

/** The text of MS-XCEP demands the name, its schema lets it be nil. */
export const oidName = defineCheck({
  id: 'policy/oid-name',
  title: 'defaultName of each oID is given',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['POL-16'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device shows the name of an OID' },
  remedy: 'Send a name for each oID, for example sha256.',
  needs: { each: 'get-policies' },
  applies: { when: 'an oID has a defaultName', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const name of payload.all(path)) {
      if (name.text.trim() === '') yield { message: quoted(name), at: name };
    }
  },

  counterexamples: [
    { name: 'an empty name', ...set('get-policies', '//x:oID[1]/x:defaultName', '') },
    { name: 'a blank name', ...set('get-policies', '//x:oID[2]/x:defaultName', ' ') },
  ],
});
