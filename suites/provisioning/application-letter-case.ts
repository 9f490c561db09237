import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { w7Names } from './shared/w7-names.ts';

/** Names are compared letter by letter: another case is another name. */
export const applicationLetterCase = defineCheck({
  id: 'provisioning/application-letter-case',
  title: 'The names that the w7 APPLICATION defines are written in upper case',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-10'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device does not find the setting under this name',
    evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 2.2.9.5: the names are case-sensitive' },
  },
  remedy: 'Write each parm name and characteristic type inside APPLICATION in upper case.',
  needs: { each: 'issue' },

  *judge({ provisioning: { application } }) {
    for (const name of application.all('.//parm/@name | .//characteristic/@type')) {
      const expected = name.text.toUpperCase();
      if (name.text !== expected && w7Names.has(expected)) {
        yield { message: `${expected} is written "${name.text}"`, at: name, expected, actual: name.text };
      }
    }
  },

  counterexamples: [
    { name: 'a parm in lower case', ...provisioning.set('//parm[@name="ADDR"]/@name', 'addr') },
    {
      name: 'a characteristic in mixed case',
      ...provisioning.set('//characteristic[@type="APPAUTH"]/@type', 'AppAuth'),
    },
  ],
});
