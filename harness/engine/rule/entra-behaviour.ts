/** How a server that joins devices to Microsoft Entra behaves where no edit of one answer can show it. */
export interface EntraBehaviour {
  /** What the server does not check in a token, by the defect that it then overlooks. */
  readonly entraSkips?: EntraCondition;
  /** Where the server takes no token of Microsoft Entra, or which version of them it does not take. */
  readonly entraRefuses?: 'policies' | 'enrollment' | 'everywhere' | 'version-2';
  /** The server does not look at EnrollmentData. */
  readonly enrollmentDataIsIgnored?: true;
  readonly termsPage?: TermsPage;
}

/** What a server checks in a token of Microsoft Entra, by what is wrong with the token. */
export type EntraCondition =
  | 'signature'
  | 'unknown-key'
  /** The algorithm `none` counts as a signature. */
  | 'unsigned'
  /** The public key of the issuer counts as a secret, by which a token is signed with HS256. */
  | 'public-key-mac'
  | 'issuer'
  | 'tenant'
  | 'audience'
  | 'expired'
  | 'not-yet-valid';

/** What is peculiar about the terms-of-use page. */
export type TermsPage =
  /** The page accepts at once. No rule forbids that. */
  | 'direct'
  /** Links lead back to the device, and no form does. No rule forbids that. */
  | 'links'
  /** The page first redirects, with what was asked in a form of its own. No rule forbids that. */
  | 'redirects'
  /** Whoever comes sees the page, with any token or none. */
  | 'anonymous'
  | 'asks-password'
  | 'declines-join'
  | 'accepts-without-blob'
  | 'accepts-with-empty-blob'
  /** IsAccepted is `yes`. */
  | 'accepts-with-yes'
  /** The answer goes to another address than redirect_uri. */
  | 'answers-elsewhere'
  | 'declines-as-accepted'
  /** A decline is answered by an error. */
  | 'declines-as-error'
  | 'forgets-request-id'
  /** Errors are pages with HTTP 401 or 400. */
  | 'errors-as-pages'
  | 'errors-by-other-code'
  | 'errors-without-description'
  | 'any-api-version';
