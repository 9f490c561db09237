/**
 * What an exchange asks for. `plain-probe` is a probe over plain HTTP of a server that speaks HTTPS. `host` asks a host for its
 * robots.txt, to see its TLS. `deep-link-page` opens a page that publishes links to the enrollment app. `throttled` was refused for a limit of the server and asked again later: no check judges it. `other` is traffic that is not enrollment.
 */
export type Kind =
  | 'probe'
  | 'plain-probe'
  | 'discover'
  | 'authenticate'
  | 'terms-of-use'
  | 'get-policies'
  | 'issue'
  | 'renew'
  | 'manage'
  | 'deep-link-page'
  | 'host'
  | 'throttled'
  | 'other';

/** The path of a `host` exchange: web crawlers ask every host for it, but no device asks an enrollment server for it. */
export const hostPath = '/robots.txt';

/** The kinds whose answer is a SOAP message, with the messages and their Actions. */
export const soapMessages = {
  discover: {
    request: { type: 'discover', name: 'Discover', prefix: 'd' },
    response: { type: 'discover-response', name: 'DiscoverResponse', prefix: 'd' },
    action: 'http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/Discover',
    answerAction:
      'http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/DiscoverResponse',
  },
  'get-policies': {
    request: { type: 'get-policies', name: 'GetPolicies', prefix: 'x' },
    response: { type: 'get-policies-response', name: 'GetPoliciesResponse', prefix: 'x' },
    action: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy/IPolicy/GetPolicies',
    answerAction: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy/IPolicy/GetPoliciesResponse',
  },
  issue: {
    request: { type: 'request-security-token', name: 'RequestSecurityToken', prefix: 'wst' },
    response: {
      type: 'request-security-token-response-collection',
      name: 'RequestSecurityTokenResponseCollection',
      prefix: 'wst',
    },
    action: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep',
    answerAction: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RSTRC/wstep',
  },
  renew: {
    request: { type: 'request-security-token', name: 'RequestSecurityToken', prefix: 'wst' },
    response: {
      type: 'request-security-token-response-collection',
      name: 'RequestSecurityTokenResponseCollection',
      prefix: 'wst',
    },
    action: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep',
    answerAction: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RSTRC/wstep',
  },
} as const;

export type SoapKind = keyof typeof soapMessages;

/** Kinds without an answer check. */
type Unjudged = 'plain-probe' | 'deep-link-page' | 'throttled' | 'other';

/** The answer check of each kind: it fails when a valid request gets no usable answer, and blocks the checks that need this answer. */
export const answerChecks: Readonly<Record<Exclude<Kind, Unjudged>, string>> = {
  probe: 'discovery/probe-answer',
  discover: 'discovery/answer',
  authenticate: 'authentication/answer',
  'terms-of-use': 'authentication/terms-of-use-answer',
  'get-policies': 'policy/answer',
  issue: 'enrollment/answer',
  renew: 'renewal/answer',
  manage: 'management/answer',
  host: 'transport/host-answer',
};

/** The answer check of a kind; undefined if the server may leave such requests unanswered. */
export function answerCheckOf(kind: Kind): string | undefined {
  return isUnjudged(kind) ? undefined : answerChecks[kind];
}

function isUnjudged(kind: Kind): kind is Unjudged {
  return !(kind in answerChecks);
}

/** Whether the messages of this kind are SOAP. */
export function isSoapKind(kind: Kind): kind is SoapKind {
  return kind in soapMessages;
}
