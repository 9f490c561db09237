/** How a federated server behaves where no edit of one answer can show it: its sign-in page, and the tokens of that page. */
export interface SignInBehaviour {
  readonly signInPage?: SignInPage;
  /** The sign-in page redirects before it shows itself. No rule forbids `once`. `without-own-query`: what its address had in its query is lost. */
  readonly signInRedirects?: 'once' | 'to-plain-http' | 'endlessly' | 'without-own-query';
  /** What the server does not check in a token. */
  readonly tokenSkips?: TokenCondition;
  /**
   * The server takes a token for one request only, or for one request for a certificate, or binds it to the first DeviceID that asks for
   * one. No rule forbids the latter two.
   */
  readonly tokenUses?: 'once' | 'one-issue' | 'one-device';
  /** How long a token lives, in seconds; 600 if missing. */
  readonly tokenSeconds?: number;
  /** The token is a random text that the server remembers, and says nothing of itself. No rule forbids that. */
  readonly tokenIsOpaque?: true;
  /** Each sign-in of a user gives the same token. */
  readonly tokenIsStatic?: true;
  /** The token is XML with quotation marks and ampersands, as others issue it. No rule forbids that. */
  readonly tokenIsXml?: true;
}

/** What is wrong with the sign-in page. */
export type SignInPage =
  /** The token stands in the page as it is, without the escapes of HTML; it is XML. */
  | 'raw-token'
  /** The token stands in the page with each escape escaped again; it is XML. */
  | 'token-escaped-twice'
  /** The script of the last page makes the form; the page itself has none. */
  | 'form-by-script'
  | 'raw-login-hint'
  /** The user name in the login form has its quotation marks, and no other markup. */
  | 'quotes-of-login-hint'
  /** A script of the login page holds login_hint in a text, whose quotation marks have no escapes. */
  | 'login-hint-in-script'
  /** An appru of any scheme gets the token. */
  | 'any-appru'
  /** The page that refuses an appru shows it without the escapes of HTML. */
  | 'raw-appru'
  /** The token is that of the user in login_hint, whoever signs in. */
  | 'trusts-login-hint'
  /** Nobody but the user in login_hint gets a token. */
  | 'binds-login-hint'
  /** The page is empty unless login_hint names a user of this server. */
  | 'demands-login-hint'
  /** A browser other than Edge gets a page without a form. */
  | 'by-user-agent'
  /** A browser other than the web authentication broker gets a page without a form. */
  | 'for-broker-only'
  /** Whoever has no cookie from an earlier visit is refused. */
  | 'demands-cookie';

/** What a server checks in a token before it takes it for a user. */
export type TokenCondition =
  /** Anything at all: it takes the user that a token names, or else the first one. */
  | 'everything'
  /** Whether there is one. */
  | 'presence'
  /** Whether it can be read at all. */
  | 'form'
  | 'signature'
  /** Whether it is signed by the algorithm of this server: `none` is one of JSON Web Signature. */
  | 'algorithm'
  | 'audience'
  | 'expiry'
  | 'value-type'
  | 'encoding-type';
