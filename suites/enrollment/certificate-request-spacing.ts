import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The published samples wrap it, and so do the encoders of other clients. */
export const certificateRequestSpacing = defineTolerance({
  id: 'enrollment/certificate-request-spacing',
  title: 'Line breaks and blanks in the base64 of the certificate request are accepted',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-27'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows wraps nothing; another client that wraps its certificate request may not enroll',
  },
  remedy: 'Remove white space from the text of the BinarySecurityToken before it is decoded.',
  kind: 'issue',
  family: 'certificate-request-spacing',
  refusals: { 'a server that decodes the text as it is': '&#13;\n    ' },
});
