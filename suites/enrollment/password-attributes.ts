import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The profile of OASIS leaves Type unprefixed, the device of today prefixes it. */
export const passwordAttributes = defineTolerance({
  id: 'enrollment/password-attributes',
  title: 'The Type of Password is accepted without a prefix',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-39'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows writes a prefix; another client that writes the attribute as its standard says may not enroll',
  },
  remedy: 'Accept Type in the wsse namespace and in none, or do not read it.',
  kind: 'issue',
  family: 'password-attributes',
  refusals: { 'a server that reads a prefixed Type only': '<wsse:Password Type=' },
});
