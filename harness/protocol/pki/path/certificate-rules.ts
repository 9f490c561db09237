import type { Oddity } from '../read/oddities.ts';
import { nameOf, type Observation, type Seat } from './finding.ts';
import type { RuleId } from './rules.ts';

const ruleOf = {
  version: 'version',
  serial: 'serial-number',
  time: 'time-encoding',
  repetition: 'unique-extensions',
  algorithms: 'signature-algorithm',
  key: 'named-curve',
  'rsa-key': 'rsa-key',
  'rsa-key-size': 'rsa-key-size',
  encoding: 'encoding',
} as const satisfies Record<Exclude<Oddity['kind'], 'extension'>, RuleId>;

/** The rules on the fields of a certificate and on its encoding (RFC 5280 section 4.1). */
export function* fieldRules(seat: Seat): Iterable<Observation> {
  const { certificate } = seat;
  const name = nameOf(certificate);
  for (const { kind, field, says } of certificate.oddities) {
    if (kind !== 'extension') yield { rule: ruleOf[kind], field, message: `${name} has ${article(says)}` };
  }
  yield* digestRule(seat);
  if (certificate.issuer.rdns.length === 0) {
    yield { rule: 'issuer', field: 'tbsCertificate.issuer', message: `${name} has an empty issuer` };
  }
}

/** A finding reads as a sentence; an oddity is a noun phrase. */
function article(phrase: string): string {
  if (phrase.startsWith('the two signature algorithms differ')) return 'two signature algorithms that differ';
  if (/^(?:negative|serial number of|key)/.test(phrase)) return `a ${phrase}`;
  if (phrase.startsWith('RSA')) return `an ${phrase}`;
  return phrase.replace(/^validity not/, 'a validity that is not');
}

/** The signature of an anchor is not looked at: it is trusted as it is. */
function* digestRule({ certificate, isAnchor }: Seat): Iterable<Observation> {
  if (isAnchor) return;
  const { hash, name } = certificate.signature;
  const message = `${nameOf(certificate)} is signed with ${name}`;
  const field = 'signatureAlgorithm';
  if (hash === 'md5' || hash === 'md2') yield { rule: 'md5-signature', field, message };
  if (hash === 'sha1') yield { rule: 'sha1-signature', field, message };
}

/** The dates, at an instant of whole seconds; `toleranceMs` is for clocks that differ about notBefore. */
export function* validityRule({ certificate }: Seat, at: Date, toleranceMs: number): Iterable<Observation> {
  const second = Math.floor(at.getTime() / 1000) * 1000;
  const { notBefore, notAfter } = certificate;
  if (notBefore.getTime() > second + toleranceMs) {
    yield {
      rule: 'validity',
      field: 'tbsCertificate.validity.notBefore',
      message: `${nameOf(certificate)} is not valid before ${notBefore.toISOString()}`,
    };
  }
  if (notAfter.getTime() < second) {
    yield {
      rule: 'validity',
      field: 'tbsCertificate.validity.notAfter',
      message: `${nameOf(certificate)} expired on ${notAfter.toISOString()}`,
    };
  }
}
