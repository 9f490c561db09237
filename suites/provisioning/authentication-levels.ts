import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { appAuths } from './shared/app-auths.ts';
import { isMamDocument } from './shared/mam-document.ts';

/** The device and the server authenticate to each other, so each needs credentials. */
export const authenticationLevels = defineCheck({
  id: 'provisioning/authentication-levels',
  title: 'APPLICATION has an APPAUTH for the level CLIENT and one for APPSRV',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes an account without both credentials' },
  remedy: 'Send two APPAUTH characteristics, one with AAUTHLEVEL CLIENT and one with APPSRV.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document is no MAM document',
    test: ({ provisioning }) => !isMamDocument(provisioning),
  },

  *judge({ provisioning: { application } }) {
    const levels = appAuths(application).map(({ level }) => level);
    for (const expected of ['CLIENT', 'APPSRV']) {
      if (!levels.includes(expected)) {
        const actual = levels.length === 0 ? 'there is no APPAUTH' : levels.map((level) => `"${level}"`).join(', ');
        yield { message: `No APPAUTH has the level ${expected}`, at: application, expected, actual };
      }
    }
  },

  counterexamples: [
    {
      name: 'a server that proves nothing',
      ...provisioning.remove('//characteristic[parm[@name="AAUTHLEVEL" and @value="CLIENT"]]'),
    },
    {
      name: 'a device that proves nothing',
      ...provisioning.remove('//characteristic[parm[@name="AAUTHLEVEL" and @value="APPSRV"]]'),
    },
    { name: 'a level in lower case', ...provisioning.set('//parm[@value="APPSRV"]/@value', 'appsrv') },
  ],
});
