import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The language is for names that people read; a server without it has no reason to refuse. */
export const preferredLanguage = defineTolerance({
  id: 'policy/preferred-language',
  title: 'GetPolicies with any preferredLanguage is answered',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['POL-30'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows states no language; a client that does gets no policies' },
  remedy: 'Answer in the default language where preferredLanguage is not supported.',
  kind: 'get-policies',
  family: 'preferred-language',
  refusals: {
    'a refusal of any language': '>de-DE<',
    'a refusal of a language outside Latin script': '>ja-JP<',
    'a refusal of a tag that no language has': '>x-nonsense<',
  },
});
