import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The published requests are padded with line breaks. */
export const padding = defineTolerance({
  id: 'envelope/padding',
  title: 'White space around the texts of header and body is accepted',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENV-14', 'ROB-02'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows writes none; clients that write requests like the published samples cannot enroll',
  },
  remedy: 'Trim Action, To, TokenType, RequestType and BinarySecurityToken before they are read.',
  kind: ['discover', 'get-policies', 'issue'],
  family: 'padding',
  refusals: {
    'an Action that is compared as it stands': /Action[^>]*>\s/,
  },
});
