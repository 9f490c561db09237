/** A rule of path validation. */
export interface Rule {
  readonly source: string;
  /** Whether Windows, and whoever checks the device's certificate, refuses a chain for it. Everything else is a lint there. */
  readonly stopsDevice: boolean;
  /** A `warning` leaves the path valid. */
  readonly level: 'error' | 'warning';
}

const rfc5280 = (section: string): string => `RFC 5280 section ${section}`;
const stops = (source: string): Rule => ({ source, stopsDevice: true, level: 'error' });
const departs = (source: string): Rule => ({ source, stopsDevice: false, level: 'error' });
const warns = (source: string): Rule => ({ source, stopsDevice: false, level: 'warning' });

/** Every rule that a finding can name. The first block is path validation as such, the second the profile of certificates, the third advice. */
export const rules = {
  'trust-anchor': stops(rfc5280('6.1.1')),
  signature: stops(rfc5280('6.1.3')),
  'unchecked-signature': departs(rfc5280('6.1.3')),
  validity: stops(rfc5280('6.1.3')),
  'ca-bit': stops(rfc5280('6.1.4')),
  'certificate-signing': stops(rfc5280('6.1.4')),
  'path-length': stops(rfc5280('6.1.4')),
  'name-constraints': stops(rfc5280('6.1.3')),
  purpose: stops(rfc5280('4.2.1.12')),
  'critical-extension': stops(rfc5280('4.2')),
  policy: departs(rfc5280('6.1.5')),
  'peer-name': departs('RFC 9525 section 6'),
  'max-depth': departs('the bound that was asked for'),
  'search-limit': departs('the bounds of this validator'),

  encoding: departs(rfc5280('4.1')),
  'signature-algorithm': departs(rfc5280('4.1.1.2')),
  'md5-signature': departs('RFC 6151 section 2'),
  'sha1-signature': warns('RFC 6194 section 4'),
  version: departs(rfc5280('4.1.2.1')),
  'serial-number': departs(rfc5280('4.1.2.2')),
  issuer: departs(rfc5280('4.1.2.4')),
  'time-encoding': departs(rfc5280('4.1.2.5')),
  subject: departs(rfc5280('4.1.2.6')),
  'named-curve': departs('RFC 5480 section 2.1.1'),
  'rsa-key': departs('RFC 8017 section 3.1'),
  'rsa-key-size': departs('the bound of OpenSSL and of Windows (BCRYPT_RSA_ALGORITHM)'),
  'unique-extensions': departs(rfc5280('4.2')),
  'extension-value': departs(rfc5280('4.2')),
  'windows-extension': departs(rfc5280('4.2')),
  'authority-key-identifier': departs(rfc5280('4.2.1.1')),
  'subject-key-identifier': departs(rfc5280('4.2.1.2')),
  'key-usage': departs(rfc5280('4.2.1.3')),
  'certificate-policies': departs(rfc5280('4.2.1.4')),
  'policy-mappings': departs(rfc5280('4.2.1.5')),
  'subject-alternative-name': departs(rfc5280('4.2.1.6')),
  'subject-directory-attributes': departs(rfc5280('4.2.1.8')),
  'basic-constraints': departs(rfc5280('4.2.1.9')),
  'name-constraints-form': departs(rfc5280('4.2.1.10')),
  'policy-constraints': departs(rfc5280('4.2.1.11')),
  'key-purpose': departs(rfc5280('4.2.1.12')),
  'inhibit-any-policy': departs(rfc5280('4.2.1.14')),
  'freshest-crl': departs(rfc5280('4.2.1.15')),
  'authority-information-access': departs(rfc5280('4.2.2.1')),
  'subject-information-access': departs(rfc5280('4.2.2.2')),

  'purpose-not-judged': warns(rfc5280('4.2.1.12')),
  'key-strength': warns('NIST SP 800-57 Part 1 section 5.6.1'),
  'information-access-value': warns(`${rfc5280('4.2.2.1')} and 4.2.2.2`),
} as const satisfies Record<string, Rule>;

/** The id of a rule. */
export type RuleId = keyof typeof rules;
