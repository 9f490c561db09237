import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { appAuths } from './shared/app-auths.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

/** The shared secret with which each side authenticates. */
export const authenticationSecret = defineCheck({
  id: 'provisioning/authentication-secret',
  title: 'Each APPAUTH has an AAUTHSECRET',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-16'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes an account without a secret' },
  remedy: 'Send an AAUTHSECRET with each APPAUTH, another one for each device.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has an APPAUTH',
    test: ({ provisioning: { application } }) => appAuths(application).length > 0,
  },

  *judge(evidence) {
    for (const { node, level } of appAuths(evidence.provisioning.application)) {
      const secrets = parmsNamed(node, 'AAUTHSECRET');
      if (secrets.length === 0) yield { message: `AAUTHSECRET is missing for the level ${level}`, at: node };
      for (const parm of secrets) {
        if (evidence.secret(valueOf(parm)).length === 0) {
          yield { message: `AAUTHSECRET is empty for the level ${level}`, at: valuePlace(parm) };
        }
      }
    }
  },

  counterexamples: [
    {
      name: 'a server without secret',
      ...provisioning.remove('//characteristic[parm[@value="CLIENT"]]/parm[@name="AAUTHSECRET"]'),
    },
    {
      name: 'a device with an empty secret',
      ...provisioning.set('//characteristic[parm[@value="APPSRV"]]/parm[@name="AAUTHSECRET"]/@value', ''),
    },
  ],
});
