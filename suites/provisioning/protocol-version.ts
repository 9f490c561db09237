import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

const versions = ['1.1', '1.2'];

/** The version that the device writes into the header of its first package (MS-MDE2 2.2.9.5). */
export const protocolVersion = defineCheck({
  id: 'provisioning/protocol-version',
  title: 'PROTOVER is 1.1 or 1.2',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-38'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device speaks another version than the server, or refuses the account',
  },
  remedy: 'Send PROTOVER 1.2, or leave it out.',
  needs: { each: 'issue' },
  applies: {
    when: 'APPLICATION has PROTOVER',
    test: ({ provisioning: { application } }) => parmsNamed(application, 'PROTOVER').length > 0,
  },

  *judge({ provisioning: { application } }) {
    for (const parm of parmsNamed(application, 'PROTOVER')) {
      const actual = valueOf(parm);
      if (!versions.includes(actual.trim())) {
        yield { message: `PROTOVER is "${actual}"`, at: valuePlace(parm), expected: versions.join(' or '), actual };
      }
    }
  },

  counterexamples: [
    { name: 'a version that does not exist', ...provisioning.set('//parm[@name="PROTOVER"]/@value', '2.0') },
    { name: 'the name of a version', ...provisioning.set('//parm[@name="PROTOVER"]/@value', 'DM/1.2') },
  ],
});
