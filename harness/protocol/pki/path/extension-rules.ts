import type { Certificate } from '../read/certificate.ts';
import { extensionOids as oids } from '../read/extensions.ts';
import { extensionField } from '../read/oddities.ts';
import { nameOf, type Observation } from './finding.ts';
import type { RuleId } from './rules.ts';

/** What RFC 5280 says of an extension's critical flag, and where. */
interface Flag {
  readonly name: string;
  readonly rule: RuleId;
  readonly critical: boolean;
}

const flags: ReadonlyMap<string, Flag> = new Map<string, Flag>([
  [oids.authorityKeyId, { name: 'authorityKeyIdentifier', rule: 'authority-key-identifier', critical: false }],
  [oids.subjectKeyId, { name: 'subjectKeyIdentifier', rule: 'subject-key-identifier', critical: false }],
  [
    oids.subjectDirectoryAttributes,
    { name: 'subjectDirectoryAttributes', rule: 'subject-directory-attributes', critical: false },
  ],
  [oids.freshestCrl, { name: 'freshestCRL', rule: 'freshest-crl', critical: false }],
  [oids.authorityInfoAccess, { name: 'authorityInfoAccess', rule: 'authority-information-access', critical: false }],
  [oids.subjectInfoAccess, { name: 'subjectInfoAccess', rule: 'subject-information-access', critical: false }],
  [oids.nameConstraints, { name: 'nameConstraints', rule: 'name-constraints-form', critical: true }],
  [oids.policyConstraints, { name: 'policyConstraints', rule: 'policy-constraints', critical: true }],
  [oids.inhibitAnyPolicy, { name: 'inhibitAnyPolicy', rule: 'inhibit-any-policy', critical: true }],
]);

const { windowsDeviceId, ...ofRfc5280 } = oids;
const known: ReadonlySet<string> = new Set(Object.values(ofRfc5280));

/** Extensions of Windows' own certification authority, which Windows reads also where they are critical. */
const ofWindows: ReadonlySet<string> = new Set([
  windowsDeviceId,
  '1.3.6.1.4.1.311.20.2',
  '1.3.6.1.4.1.311.21.1',
  '1.3.6.1.4.1.311.21.2',
  '1.3.6.1.4.1.311.21.7',
  '1.3.6.1.4.1.311.21.10',
  '1.3.6.1.4.1.311.21.11',
  '1.3.6.1.4.1.311.21.12',
  '1.3.6.1.4.1.311.25.2',
]);

/** The rules on all extensions: known where critical, flagged as they must be, and readable (RFC 5280 section 4.2). */
export function* extensionRules(certificate: Certificate): Iterable<Observation> {
  const name = nameOf(certificate);
  yield* unreadable(certificate);
  for (const { oid, critical } of certificate.extensions) {
    const flag = flags.get(oid);
    if (flag && flag.critical !== critical) {
      const message = `${name} marks ${flag.name} as ${critical ? 'critical' : 'not critical'}`;
      yield { rule: flag.rule, field: `${extensionField(flag.name)}.critical`, message };
    }
    if (critical && !known.has(oid)) {
      yield {
        rule: ofWindows.has(oid) ? 'windows-extension' : 'critical-extension',
        field: extensionField(oid),
        message: `${name} has a critical extension ${oid} that RFC 5280 does not know`,
      };
    }
  }
}

/** What is critical has to be processed; what cannot be read cannot. */
function* unreadable(certificate: Certificate): Iterable<Observation> {
  for (const { field, extension } of certificate.oddities) {
    if (!extension) continue;
    const critical = certificate.extensions.find(({ oid }) => oid === extension.oid)?.critical === true;
    yield {
      rule: critical ? 'critical-extension' : 'extension-value',
      field,
      message: `${nameOf(certificate)} has ${critical ? 'a critical' : 'an'} extension that cannot be read: ${extension.why}`,
    };
  }
}
