import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { askedFor } from './shared/request.ts';

/** What is known of each version: Fleet's issue 49329 saw 9.0, and revision 19.0 of MS-MDE2 is reported to list both. */
const known: Readonly<Record<string, string>> = {
  '8.0': 'no Windows is known to ask for 8.0, and MS-MDE2 is reported to list it',
  '9.0': 'Windows 11 25H2 asks for 9.0',
};

/** Windows raised the number before the documents did: a list of known versions locks new devices out. */
export const newerRequestVersions = defineCheck({
  id: 'discovery/newer-request-versions',
  title: 'RequestVersion 8.0 and 9.0 are answered',
  level: 'MUST',
  basis: 'interoperability',
  requirements: ['DISC-12'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x80180006',
    says: 'no device that asks for the version of the finding can enroll',
  },
  seen: 'fleetdm/fleet issue 49329, Windows 11 25H2: 0x80180006',
  remedy: 'Treat a higher RequestVersion like the highest one that the server knows.',
  needs: { each: 'discover', where: { family: 'newer-request-versions' } },

  *judge(evidence) {
    for (const seen of answerFinding(evidence)) {
      const about = known[askedFor(evidence)?.textAt('d:RequestVersion')?.trim() ?? ''];
      yield { ...seen, message: about === undefined ? seen.message : `${seen.message} (${about})` };
    }
  },

  counterexamples: [
    {
      name: 'a list of known versions',
      on: 'discover',
      matching: /<RequestVersion>(?![1-7]\.0<)/.source,
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
    {
      name: 'a server that does not know Windows 11 25H2',
      on: 'discover',
      asked: 'RequestVersion>9.0<',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  ],
});
