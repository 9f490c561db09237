import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const signatureWrapping = defineSignatureCheck({
  id: 'authentication/signature-wrapping',
  title: 'A signature of a Body that stands elsewhere than in the envelope is refused',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-43', 'ENR-29'],
  impact: {
    kind: 'security',
    says: 'whoever gets hold of one signed message asks for anything in the name of its owner: signature wrapping',
  },
  remedy:
    'Make sure that the element which the Reference covers is the one that is read; MS-MDE2 asks for the URI "", which is the whole message.',
  deviation: 'signature-place',
  skipped: {
    place: 'a server that looks for a signed Body anywhere',
    coverage: 'a server that takes a reference to any part',
  },
});
