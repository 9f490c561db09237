import type { FoldingRule } from '../harness/engine/verdict/cause.ts';

/** A request that ought to be refused was granted. */
const granted = /accepted|was issued|is issued|was answered|were answered/;
/** The checks that a valid request gets its answer. */
const answers = ['discovery/answer', 'policy/answer', 'enrollment/answer', 'renewal/answer'] as const;
/** The checks that show a service which looks at no credential. */
const credentials = [
  'policy/required-credential',
  'policy/unknown-user',
  'enrollment/unknown-user',
  'faults/policy-refusal',
  'faults/enrollment-refusal',
  'faults/wrong-password',
  'faults/empty-password',
  'faults/near-miss-password',
  'faults/unknown-user',
  'faults/other-credential',
  'faults/incomplete-credential',
  'faults/repeated-security',
  'faults/expired-timestamp',
] as const;

/**
 * Which failed checks are one defect. The first rule that fits takes its checks, so particular rules come before general ones. A rule that
 * hides what is wrong in another way is worse than none: each says which checks show it, and what their findings say.
 */
export const foldingRules: readonly FoldingRule[] = [
  {
    id: 'no-authentication',
    headline: 'Anybody enrolls: the enrollment service asks for no credential',
    shownBy: ['enrollment/required-credential', 'faults/other-credential'],
    folds: credentials,
    saying: granted,
    remedy:
      'Verify the credential of each GetPolicies and RequestSecurityToken, and refuse others with the subcode Authentication.',
  },
  {
    id: 'no-authentication-for-policies',
    headline: 'Anybody gets the policies: the policy service asks for no credential',
    shownBy: ['policy/required-credential', 'faults/policy-refusal'],
    folds: credentials,
    saying: granted,
    remedy: 'Verify the credential of each GetPolicies, and refuse others with the subcode Authentication.',
  },
  {
    id: 'unverified-tokens',
    headline: 'Any token is accepted: nobody verifies it',
    shownBy: ['authentication/changed-token', 'authentication/expired-token'],
    folds: ['authentication/token-signature', 'authentication/token-audience'],
    saying: granted,
    remedy:
      'Verify the token of each GetPolicies and RequestSecurityToken: who issued it, for whom, and until when. Refuse others with the subcode Authentication.',
  },
  {
    id: 'unverified-token-signature',
    headline: 'The signature of a token is not verified',
    shownBy: ['authentication/token-signature', 'authentication/changed-token'],
    folds: [],
    saying: granted,
    remedy: 'Verify the signature with the key and the algorithm that the server chose, never as the token says.',
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
    id: 'request-version-list',
    headline: 'Discover is refused because of its RequestVersion',
    shownBy: ['discovery/request-versions'],
    folds: [
      'discovery/answer',
      'discovery/newer-request-versions',
      'discovery/older-request-versions',
      'discovery/future-request-versions',
      'discovery/version-spellings',
    ],
    saying: /^The server answered with /,
    remedy:
      'Compare RequestVersion with no list: answer each from 4.0 on with the EnrollmentVersion that both sides speak.',
  },
  {
    id: 'authority-without-ca-bit',
    headline: 'A certificate that issues others is no CA certificate: its cA bit is false',
    shownBy: ['certificates/root-authority'],
    folds: [
      'provisioning/chain',
      'certificates/intermediate-authority',
      'certificates/critical-extensions',
      'certificates/key-usage',
    ],
    saying: /is no CA certificate/,
    remedy: 'Issue the root and each intermediate with basicConstraints cA true.',
  },
  {
    id: 'refused-windows-certificate-request',
    headline: 'The certificate request of Windows is refused, and one that follows ASN.1 is granted',
    shownBy: ['enrollment/windows-certificate-request'],
    folds: ['enrollment/answer'],
    isOfSameExchanges: true,
    remedy: 'Read a CN that is a PrintableString with "!" and NUL, and SHA-1 as its hash, as Windows writes them.',
  },
  {
    id: 'refused-credential-of-policies',
    headline: 'The enrollment service refuses the credential that the policy service accepts',
    shownBy: ['enrollment/credential-agreement'],
    folds: ['enrollment/answer'],
    isOfSameExchanges: true,
    remedy: 'Let the policy and the enrollment service check credentials in the same place and in the same way.',
  },
  {
    id: 'refused-credential-of-enrollment',
    headline: 'The policy service refuses the credential that the enrollment service accepts',
    shownBy: ['robustness/advertised-authentication'],
    folds: ['policy/answer'],
    isOfSameExchanges: true,
    remedy: 'Let the policy and the enrollment service check credentials in the same place and in the same way.',
  },
  {
    id: 'compressed-answers',
    headline: 'Answers are compressed, and no device asks for it',
    shownBy: ['transport/content-coding'],
    folds: answers,
    isOfSameExchanges: true,
    remedy: 'Send the body uncompressed where the request has no Accept-Encoding.',
  },
  {
    id: 'cut-answers',
    headline: 'Answers end before the length that they announce',
    shownBy: ['transport/content-length'],
    folds: [...answers, 'management/answer'],
    isOfSameExchanges: true,
    remedy: 'Send as many bytes as Content-Length says: count bytes and not characters, and write the whole body.',
  },
  {
    id: 'unreadable-answers',
    headline: 'Answers are no well-formed XML',
    shownBy: ['envelope/well-formed'],
    folds: answers,
    isOfSameExchanges: true,
    remedy:
      'Write answers with an XML library: the declared encoding, every prefix declared, nothing after the document.',
  },
  {
    id: 'messages-matched-as-text',
    headline: 'Messages are matched as text and not read as XML: other prefixes or white space are refused',
    shownBy: ['envelope/prefixes'],
    folds: ['envelope/padding', 'envelope/comments', 'envelope/xml-declaration'],
    saying: /^The server answered with /,
    remedy: 'Read requests with a parser of XML that knows namespaces, and trim texts before they are compared.',
  },
  {
    id: 'undefined-references',
    headline: 'Policies name oIDs and certification authorities that the response does not hold',
    shownBy: ['policy/policy-oid-reference', 'policy/ca-reference'],
    folds: ['policy/schema'],
    saying: /^policyOIDReference |^cAReference |^Element '\w+:(?:cAs|oIDs)': Missing child/,
    remedy: 'Send in oIDs and cAs each entry that a policy names, or leave the reference out.',
  },
  {
    id: 'policies-without-authorities',
    headline: 'GetPoliciesResponse has no cAs',
    shownBy: ['policy/message-parts'],
    folds: ['policy/policy-parts', 'policy/schema'],
    saying: / has no cAs$|Expected is \( \w+:cAs \)$/,
    remedy: 'Send cAs in the response and in each policy, with xsi:nil where there is none.',
  },
  {
    id: 'errors-without-fault',
    headline: 'Errors are no SOAP faults',
    shownBy: ['faults/soap-fault'],
    folds: 'all',
    saying: /^The server (?:refused|answered) with (?!a fault)/,
    expecting: /a fault|SOAP fault|\(0x8018/,
    quoting:
      /^The server (?:refused|answered) with (HTTP \d+ with (?:JSON|an HTML page|an empty body)|no complete answer)/,
    remedy: 'Refuse each request with a SOAP 1.2 fault that has one of the seven subcodes of MS-MDE2 2.2.10.',
  },
];
