import { defineSignatureCheck } from './shared/define-signature-check.ts';

export const signatureCoverage = defineSignatureCheck({
  id: 'authentication/signature-coverage',
  title: 'A signature that leaves the Body out is refused',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-43', 'ENR-29'],
  impact: {
    kind: 'security',
    says: 'whoever gets hold of one signed message asks for anything in the name of its owner',
  },
  remedy:
    'Refuse a signature unless its Reference covers the Body; MS-MDE2 asks for the URI "", which is the whole message.',
  deviation: 'signature-coverage',
  skipped: { coverage: 'a server that takes a reference to any part' },
});
