import type { Certificate } from '../read/certificate.ts';
import { extensionOids as oids } from '../read/extensions.ts';
import type { GeneralName } from '../read/general-name.ts';
import { extensionField } from '../read/oddities.ts';
import { nameOf, type Observation } from './finding.ts';
import { isAbsoluteUri, isDnsPattern, splitMailbox } from './name-syntax.ts';

const field = extensionField('subjectAltName');

/** What a certificate calls its subject: a name at all, and alternative names of the right syntax (RFC 5280 section 4.2.1.6). */
export function* subjectRules(certificate: Certificate): Iterable<Observation> {
  const name = nameOf(certificate);
  const extension = certificate.extensions.find(({ oid }) => oid === oids.subjectAltName);
  if (certificate.subject.rdns.length === 0) {
    if (!extension && certificate.ca !== true) {
      const message = `${name} has neither a subject nor a subjectAltName`;
      yield { rule: 'subject', field: 'tbsCertificate.subject', message };
    } else if (extension?.critical === false) {
      const message = `${name} has no subject, and marks subjectAltName as not critical`;
      yield { rule: 'subject-alternative-name', field: `${field}.critical`, message };
    }
  }
  for (const [index, alternative] of (certificate.subjectAlternativeNames ?? []).entries()) {
    const what = syntaxDefect(alternative);
    if (what === undefined) continue;
    const message = `${name} has the alternative name "${alternative.value}", which is ${what}`;
    yield { rule: 'subject-alternative-name', field: `${field}[${index}]`, message };
  }
}

/** What an alternative name is not; undefined for a good one. */
function syntaxDefect({ type, value }: GeneralName): string | undefined {
  if (type === 'dns' && !isDnsPattern(value)) return 'no host name';
  if (type === 'email' && !splitMailbox(value)) return 'no e-mail address';
  if (type === 'uri' && !isAbsoluteUri(value)) return 'no absolute URI';
  return undefined;
}
