import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** A published request has one in its body. */
export const comments = defineTolerance({
  id: 'envelope/comments',
  title: 'Comments in the body are ignored',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENV-15'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows writes none; clients that write requests like the published samples cannot enroll',
  },
  remedy: 'Read the elements of the body, and pass over everything else between them.',
  kind: ['discover', 'get-policies', 'issue'],
  family: 'comments',
  refusals: {
    'a reader that takes the first node': '<!-- mde-conformance -->',
  },
});
