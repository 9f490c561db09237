import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

/** The enterprise; and all bits at once, as the document of MS-MDE 3.6 and servers that copied it have. */
const allowed = ['32', '4294967295'];

/**
 * In whose name the sessions run: 8 is the mobile operator, 32 the enterprise, and the enrollment client of an enterprise cannot set
 * 8 (MS-MDE2 2.2.9.5, w7 APPLICATION CSP).
 */
export const role = defineCheck({
  id: 'provisioning/role',
  title: 'ROLE is that of the enterprise',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-39'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device refuses the role, or runs its sessions with other rights' },
  remedy: 'Leave ROLE out, or send 32.',
  needs: { each: 'issue' },
  applies: {
    when: 'APPLICATION has ROLE',
    test: ({ provisioning: { application } }) => parmsNamed(application, 'ROLE').length > 0,
  },

  *judge({ provisioning: { application } }) {
    for (const parm of parmsNamed(application, 'ROLE')) {
      const actual = valueOf(parm);
      if (!allowed.includes(actual.trim()))
        yield { message: `ROLE is "${actual}"`, at: valuePlace(parm), expected: '32', actual };
    }
  },

  counterexamples: [
    {
      name: 'the mobile operator',
      ...provisioning.append('//characteristic[@type="APPLICATION"]', '<parm name="ROLE" value="8"/>'),
    },
    {
      name: 'a role that does not exist',
      ...provisioning.append('//characteristic[@type="APPLICATION"]', '<parm name="ROLE" value="admin"/>'),
    },
  ],
});
