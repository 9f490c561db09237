import { describe, expect, test } from 'vitest';
import { noteOf } from '../../harness/app/assess.ts';
import { openDossier } from '../../harness/engine/evidence/dossier.ts';
import { behaves, provisioning, reissue } from '../../harness/engine/rule/departures.ts';
import { poolKey } from '../../harness/protocol/pki/build/keys.ts';
import { oid, sequence } from '../../harness/protocol/pki/testing/der-writer.ts';
import { mintLeaf, mintRoot } from '../../harness/protocol/pki/testing/mint.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { referenceSession } from '../../harness/testing/reference-run.ts';
import { judge } from '../../harness/engine/verdict/judge.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { chain } from './chain.ts';

const root = '"CN=Reference Root CA,O=MDE Conformance"';
const intermediate = '"CN=Reference Device CA,O=MDE Conformance"';

/** By the key of the reference server's authority, with an algorithm that nobody knows. */
const authority = mintRoot({ subject: intermediate.slice(1, -1), key: poolKey(9).privateKey });
const unknownSignature = mintLeaf(authority, {
  from: new Date('2000-01-01T00:00:00Z'),
  until: new Date('2049-01-01T00:00:00Z'),
  outerAlgorithm: sequence(oid('1.3.6.1.4.1.32473.9')),
});

const rootStore = '//characteristic[@type="Root"]';
const store = 'CertificateStore"><characteristic type="Root">';
/** The root leaves CertificateStore for RootCATrustedCertificates, which begins at the same place. */
const rootElsewhere = [
  provisioning.replace(store, `RootCATrustedCertificates"><characteristic type="Root">`),
  provisioning.replace(
    '<characteristic type="CA">',
    '</characteristic><characteristic type="CertificateStore"><characteristic type="CA">',
  ),
];

testCheck(chain, {
  fails: [
    /^The path ends at "CN=.+", and no further certificate of its issuer ".*Reference Device CA.*" is at hand$/,
    /^The signature of "CN=.+" is not by ".*Reference Device CA.*"$/,
    /^The path ends at "CN=.+", and no further certificate of its issuer ".*Reference Device CA.*" is at hand$/,
    new RegExp(`^${root} expired on `),
    new RegExp(`^${intermediate} is not valid before `),
    `${intermediate} is no CA certificate: cA is false`,
    `${intermediate} may not sign certificates: its key usages are digitalSignature`,
    `${root} allows 0 intermediates below it, and there are 1`,
    `${intermediate} is not for TLS client authentication, and so may not issue for it: its extended key usages are 1.3.6.1.5.5.7.3.1`,
    /^"CN=.+" has the name ".+", which is outside of the permitted subtrees of ".*Reference Root CA.*"$/,
    `${intermediate} has a critical extension 1.3.6.1.4.1.32473.1 that RFC 5280 does not know`,
  ],
  alsoFails: {
    'a certificate for servers': [reissue({ extendedKeyUsages: ['1.3.6.1.5.5.7.3.1'] }), /is not for TLS client/],
    'a certificate of yesterday': [reissue({ notBeforeDays: -30, notAfterDays: -1 }), /^"CN=.+" expired on /],
    'an unknown critical extension': [reissue({ criticalUnknown: true }), /critical extension 1\.3\.6/],
    'a root without the CA bit': [behaves({ root: { ca: false } }), `${root} is no CA certificate: cA is false`],
  },
  passes: {
    'a root that RootCATrustedCertificates delivers': rootElsewhere,
    'what only departs from the profile': reissue({ serial: '0' }),
    'a signature with SHA-1': reissue({ hash: 'sha1' }),
    'a leaf without purposes': reissue({ extendedKeyUsages: [] }),
    'a leaf for any purpose': reissue({ extendedKeyUsages: ['2.5.29.37.0'] }),
    'a leaf without key usage': reissue({ keyUsages: [] }),
    'a leaf of version 1 with extensions': reissue({ version: 1 }),
    'an intermediate without key usage': behaves({ intermediate: { keyUsages: [] } }),
    'an intermediate for clients': behaves({ intermediate: { extendedKeyUsages: ['1.3.6.1.5.5.7.3.2'] } }),
    'a root that allows one intermediate': behaves({ root: { pathLength: 1 } }),
    'a root that permits all': behaves({ root: { permits: '' } }),
    'a root signed with MD5': behaves({ root: { hash: 'md5' } }),
  },
  inconclusive: {
    'a root that is not delivered, while nobody said what the device trusts': provisioning.remove(rootStore),
    'no certificate but that of the device': [
      provisioning.remove(rootStore),
      provisioning.remove('//characteristic[@type="CA"]'),
    ],
    'a signature that cannot be checked here': provisioning.set(
      '//characteristic[@type="My"]//parm[@name="EncodedCertificate"]/@value',
      Buffer.from(unknownSignature.certificate.der).toString('base64'),
    ),
  },
});

describe('where no root is delivered and the roots of the device are known', () => {
  const run = { departures: [provisioning.remove(rootStore)], scenarios: [windowsEnrollment] };

  test('the check fails if none of them is the issuer', async () => {
    const { pem } = mintRoot({ subject: 'CN=Another root' }).certificate;
    expect(told(await referenceSession({ ...run, deviceTrust: [pem] }))).toMatch(/^failed The path ends at/);
  });

  test('the check passes if one of them is', async () => {
    using dossier = openDossier(await referenceSession({ scenarios: [windowsEnrollment] }));
    const issued = dossier.evidence.find(({ kind }) => kind === 'issue');
    const [pem = ''] = issued?.provisioning.certificates.map(({ certificate }) => certificate.pem) ?? [];
    expect(told(await referenceSession({ ...run, deviceTrust: [pem] }))).toBe('passed ');
  });
});

function told(session: Session): string {
  using dossier = openDossier(session);
  const { outcome, findings } = judge(chain, dossier, noteOf);
  return `${outcome} ${findings[0]?.message ?? ''}`;
}
