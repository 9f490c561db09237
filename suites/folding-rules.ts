import type { FoldingRule } from '../harness/engine/verdict/cause.ts';

/** A request that ought to be refused was granted. */
const granted = /accepted|was issued|is issued|was answered|were answered/;

/**
 * Which failed checks are one defect. The first rule that fits takes its checks, so particular rules come before general ones. A rule that
 * hides what is wrong in another way is worse than none: each says which checks show it, and what their findings say.
 */
export const foldingRules: readonly FoldingRule[] = [
  {
    id: 'no-authentication',
    headline: 'Anybody enrolls: the enrollment service asks for no credential',
    shownBy: ['enrollment/required-credential', 'faults/other-credential'],
    folds: [
      'policy/required-credential',
      'policy/unknown-user',
      'enrollment/unknown-user',
      'faults/policy-refusal',
      'faults/enrollment-refusal',
      'faults/wrong-password',
      'faults/empty-password',
      'faults/near-miss-password',
      'faults/unknown-user',
      'faults/incomplete-credential',
      'faults/repeated-security',
      'faults/expired-timestamp',
    ],
    saying: granted,
    remedy:
      'Verify the credential of each GetPolicies and RequestSecurityToken, and refuse others with the subcode Authentication.',
  },
  {
    id: 'unread-request-type',
    headline: 'The enrollment service issues a certificate whatever the RequestType is',
    shownBy: ['enrollment/missing-request-type', 'enrollment/key-exchange-token'],
    folds: ['enrollment/unknown-request-type', 'enrollment/query-token-status'],
    saying: granted,
    remedy: 'Read RequestType: issue for Issue, renew for Renew, and refuse the rest with the subcode MessageFormat.',
  },
  {
    id: 'errors-without-fault',
    headline: 'Errors are no SOAP faults',
    shownBy: ['faults/soap-fault'],
    folds: 'all',
    saying: /^The server (?:refused|answered) with (?!a fault)/,
    remedy: 'Refuse each request with a SOAP 1.2 fault that has one of the seven subcodes of MS-MDE2 2.2.10.',
  },
  {
    id: 'authority-without-ca-bit',
    headline: 'A certificate that issues others is no CA certificate',
    shownBy: ['certificates/root-authority'],
    folds: ['certificates/intermediate-authority', 'certificates/critical-extensions', 'certificates/key-usage'],
    saying: /is no CA certificate|CA/,
    remedy: 'Issue the root and each intermediate with basicConstraints cA true.',
  },
  {
    id: 'refused-windows-certificate-request',
    headline: 'The certificate request of Windows is refused',
    shownBy: ['enrollment/windows-certificate-request'],
    folds: ['enrollment/answer', 'policy/answer', 'enrollment/device-id-variants'],
    saying: /^The server answered with /,
    remedy: 'Read a CN that is a PrintableString with "!" and NUL, and SHA-1 as its hash, as Windows writes them.',
  },
];
