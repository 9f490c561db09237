import { defineCheck } from '../../harness/engine/rule/check.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { answerCheckOf } from '../../harness/engine/evidence/kind.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { readMarkup } from './shared/markup.ts';

/** No XML reader accepts such a message, even if the rest of it is right, and whatever it was that was asked. */
export const wellFormed = defineCheck({
  id: 'envelope/well-formed',
  title: 'Every SOAP answer is well-formed XML with all its prefixes and entities declared',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENV-12'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device cannot read the answer',
    evidence: { by: 'specified', source: 'XML 1.0, section 1.2: a processor does not go on after a fatal error' },
  },
  remedy: 'Write answers with an XML library, and declare every prefix that they use.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'], filter: 'response' },
  applies: {
    when: 'the answer is meant as a SOAP message and has no DOCTYPE',
    test: ({ response }) => {
      const { isEnvelope, hasDoctype } = readMarkup(response.body);
      return isEnvelope && !hasDoctype;
    },
  },

  *judge({ syntaxError, kind, at }) {
    if (syntaxError?.isTooMuch) throw new UnusableEvidence(syntaxError.message, answerCheckOf(kind));
    if (syntaxError) yield { message: syntaxError.message, at: at('body') };
  },

  counterexamples: [
    {
      name: 'a prefix that is not declared',
      ...replace('get-policies', '<policyID>', '<xcep:policyID>'),
      and: [replace('get-policies', '</policyID>', '</xcep:policyID>')],
    },
    { name: 'an element that is not closed', ...replace('discover', '</DiscoverResult>', '') },
    { name: 'an entity that is not declared', ...replace('issue', '>Issued<', '>Issued&nbsp;<') },
  ],
});
