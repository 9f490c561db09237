/** What the requests of a scenario vary, by the names that checks are narrowed to (`where`). */
interface Variety {
  readonly families?: readonly string[];
  readonly deviations?: readonly string[];
}

/**
 * What each scenario varies, by its id; a scenario that varies nothing is not listed. A scenario may decide during a run what it varies, so no
 * code can tell this from its source: `varieties.test.ts` compares the table with a whole run, and prints what is missing.
 */
export const varieties: Readonly<Record<string, Variety>> = {
  'certificate-request-refusals': {
    deviations: [
      'csr-encoding',
      'csr-hash',
      'csr-key-length',
      'csr-missing',
      'csr-signature',
      'csr-unreadable',
      'schema',
    ],
  },
  'client-profiles': { families: ['client-profiles'], deviations: ['schema'] },
  'client-versions': { families: ['client-versions', 'early-client-version'] },
  'context-item-variants': {
    families: [
      'absent-context-items',
      'boolean-variants',
      'device-enrollment',
      'device-id-variants',
      'device-name-encoding',
      'device-types',
      'hardware-id-variants',
      'os-editions-enrolling',
      'padded-context-items',
      'repeated-context-items',
      'spare-context-items',
      'unknown-context-items',
      'windows-11-items',
    ],
  },
  'deep-link-pages': { families: ['page-parameters'] },
  'programmatic-enrollment': { families: ['programmatic-enrollment'], deviations: ['schema'] },
  'discover-policies': { families: ['offered-policies', 'uncommon-policy'] },
  'discover-refusals': { deviations: ['email-missing', 'legacy-discover', 'request-missing', 'schema'] },
  'discover-users': { families: ['down-level-names', 'email-addresses'], deviations: ['schema'] },
  'discover-values': {
    families: [
      'application-versions',
      'device-types',
      'element-orders',
      'os-editions',
      'padded-numbers',
      'unknown-elements',
      'value-formats',
    ],
    deviations: ['schema'],
  },
  'discover-versions': {
    families: [
      'future-request-versions',
      'newer-request-versions',
      'older-request-versions',
      'request-versions',
      'version-spellings',
    ],
  },
  'document-types': { deviations: ['doctype'] },
  'empty-password': { deviations: ['empty-password'] },
  'enrollment-credential-refusals': {
    deviations: [
      'credential-type',
      'security-duplicate',
      'security-missing',
      'security-undecodable',
      'timestamp-expired',
      'unknown-user',
    ],
  },
  'enrollment-without-policies': { families: ['enrollment-without-policies'] },
  'envelope-refusals': {
    deviations: ['action', 'malformed', 'message-id-missing', 'must-understand', 'schema', 'soap-version'],
  },
  'expect-continue': { families: ['expect-continue'] },
  hosts: { families: ['tls-1.2'], deviations: ['tls-version'] },
  'http-methods': { deviations: ['method'] },
  'kept-connection': { families: ['kept-connection', 'kept-connection-refusal'], deviations: ['security-missing'] },
  'large-request': { families: ['large-request'] },
  'message-id-echo': { families: ['message-id-echo'] },
  'message-styles': {
    families: ['comments', 'content-types', 'padding', 'prefixes', 'to-addresses', 'user-agents', 'xml-declarations'],
  },
  'misdirected-policies': { deviations: ['endpoint'] },
  'near-miss-password': { deviations: ['near-miss-password'] },
  'older-http': { families: ['older-http'] },
  'other-media-types': { deviations: ['content-type'] },
  'policy-client': { deviations: ['client-missing', 'schema'] },
  'policy-security': {
    families: ['policy-security'],
    deviations: [
      'credential-type',
      'schema',
      'security-duplicate',
      'security-missing',
      'security-undecodable',
      'timestamp-expired',
      'unknown-user',
    ],
  },
  'policy-variants': {
    families: [
      'filtered-policies',
      'outdated-policies',
      'policy-extensions',
      'preferred-language',
      'unchanged-policies',
      'unknown-policy',
    ],
  },
  renewal: { families: ['renewal-credential', 'second-renewal'] },
  'renewal-refusals': {
    families: ['first-renewal'],
    deviations: ['foreign-certificate', 'other-client-certificate', 'other-device', 'pkcs7-signature', 'recovery'],
  },
  'renewal-variants': {
    families: ['double-encoding', 'first-renewal', 'renewal-value-type', 'replaced-certificate', 'username-token'],
  },
  'repeated-request': { families: ['repeated-request'] },
  'repeated-values': { families: ['repeated-values'], deviations: ['markup-user'] },
  'request-type-refusals': {
    deviations: ['key-exchange-token', 'query-token-status', 'request-type', 'request-type-missing', 'schema'],
  },
  'shared-hardware-id': { families: ['shared-hardware-id'] },
  'simultaneous-discovery': { families: ['simultaneous-discovery'] },
  'simultaneous-enrollment': { families: ['simultaneous-enrollment'] },
  'state-authorization': { deviations: ['state-authorization'] },
  'state-ca-down': { deviations: ['state-ca-down'] },
  'state-custom-error': { deviations: ['state-custom-error'] },
  'state-device-cap': { deviations: ['state-device-cap'] },
  'state-early-renewal': { families: ['first-renewal'], deviations: ['state-early-renewal'] },
  'state-expired-certificate': { families: ['first-renewal'], deviations: ['state-expired-certificate'] },
  'state-license': { deviations: ['state-license'] },
  'state-maintenance': { deviations: ['state-maintenance'] },
  'state-not-eligible-to-renew': { families: ['first-renewal'], deviations: ['state-not-eligible-to-renew'] },
  'state-second-user': { families: ['first-renewal'], deviations: ['other-client-certificate', 'state-second-user'] },
  'state-unsupported-device': { deviations: ['state-unsupported-device'] },
  'token-request-variants': {
    families: ['certificate-request-spacing', 'ignored-elements', 'ignored-request-id'],
    deviations: ['schema'],
  },
  'username-token-variants': { families: ['password-attributes', 'password-spacing', 'username-token-id'] },
  'wrong-password': { deviations: ['wrong-password'] },
};
