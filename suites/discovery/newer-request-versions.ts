import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { askedFor } from './shared/request.ts';

/** What is known of each version: Fleet's issue 49329 saw 9.0, and revision 19.0 of MS-MDE2 is reported to list both. */
const known: Readonly<Record<string, { readonly says: string; readonly isUnseen?: true }>> = {
  '8.0': { says: 'no Windows is known to ask for 8.0, and MS-MDE2 is reported to list it', isUnseen: true },
  '9.0': { says: 'Windows 11 25H2 asks for 9.0' },
};

const unseen: Impact = {
  kind: 'unknown',
  says: 'whether any Windows asks for this version; one that does cannot enroll',
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
    says: 'no device that asks for the version of the finding can enroll',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 49329: Windows 11 25H2 asks for 9.0' },
  },
  seen: 'fleetdm/fleet issue 49329, Windows 11 25H2: 0x80180006',
  remedy: 'Treat a higher RequestVersion like the highest one that the server knows.',
  needs: { each: 'discover', where: { family: 'newer-request-versions' } },

  *judge(evidence) {
    for (const seen of answerFinding(evidence)) {
      const about = known[askedFor(evidence)?.textAt('d:RequestVersion')?.trim() ?? ''];
      const message = about === undefined ? seen.message : `${seen.message} (${about.says})`;
      yield { ...seen, message, ...(about?.isUnseen && { impact: unseen }) };
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
