import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { appAuths } from './shared/app-auths.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

/**
 * The first digest is made of the nonce and the secret. MS-MDE2 2.2.9.5 wants base64; the document that
 * MS-MDE 3.6 prints has the word nonce.
 */
export const authenticationNonce = defineCheck({
  id: 'provisioning/authentication-nonce',
  title: 'AAUTHDATA is base64',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-35'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'devices enroll with a nonce that is plain text',
    evidence: { by: 'reported', source: 'fleetdm/fleet, server/service/microsoft_mdm.go: AAUTHDATA is the word nonce' },
  },
  remedy: 'Send the nonce of DIGEST as base64, without white space.',
  needs: { each: 'issue' },
  applies: {
    when: 'an APPAUTH has an AAUTHDATA (with BASIC: one that is not empty)',
    test: ({ provisioning: { application } }) => nonces(application).length > 0,
  },

  *judge(evidence) {
    for (const { parm, level } of nonces(evidence.provisioning.application)) {
      if (!evidence.secret(valueOf(parm)).base64) {
        yield { message: `AAUTHDATA for the level ${level} is not base64`, at: valuePlace(parm) };
      }
    }
  },

  counterexamples: [
    { name: 'a word as nonce', ...provisioning.set('//parm[@name="AAUTHDATA"]/@value', 'nonce') },
    { name: 'an empty nonce', ...provisioning.set('//parm[@name="AAUTHDATA"]/@value', '') },
  ],
});

function nonces(application: XmlNode): { readonly parm: XmlNode; readonly level: string }[] {
  return appAuths(application).flatMap(({ node, level }) => {
    const isBasic = parmsNamed(node, 'AAUTHTYPE').some((type) => valueOf(type) === 'BASIC');
    return parmsNamed(node, 'AAUTHDATA')
      .filter((parm) => !isBasic || valueOf(parm) !== '')
      .map((parm) => ({ parm, level }));
  });
}
