import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { w7Names } from './shared/w7-names.ts';

/**
 * The rule on letter case (MS-MDE2 2.2.9.5) holds for what a server adds of its own as well. The document that MS-MDE 3.6 publishes
 * breaks it by SSPHyperlink, ServerList and CRLCheck, so this is advice.
 */
export const unlistedApplicationNames = defineCheck({
  id: 'provisioning/unlisted-application-names',
  title: 'Names inside APPLICATION that w7 does not define are in upper case as well',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-36'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'the device passes over a name that it does not know',
    evidence: witnesses.windows10,
  },
  remedy: 'Leave out what the w7 APPLICATION does not define.',
  needs: { each: 'issue' },

  *judge({ provisioning: { application } }) {
    for (const name of application.all('.//parm/@name | .//characteristic/@type')) {
      const upper = name.text.toUpperCase();
      if (name.text !== upper && !w7Names.has(upper)) {
        yield { message: `APPLICATION holds "${name.text}"`, at: name, expected: upper, actual: name.text };
      }
    }
  },

  counterexamples: [
    {
      name: 'a parm of its own',
      ...provisioning.append(
        '//characteristic[@type="APPLICATION"]',
        '<parm name="ServerList" value="https://a.example"/>',
      ),
    },
  ],
});
