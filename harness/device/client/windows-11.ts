import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { DeviceIdentity } from './identity.ts';
import type { ContextItemOf } from './more-context.ts';
import { windows10 } from './profile.ts';
import type { Profile } from './profile.ts';

const hardware: readonly ContextItemOf[] = [
  ['Manufacturer', 'mde-conformance Hardware Ltd.'],
  ['DeviceModel', 'Simulated PC 25H2'],
  ['SerialNumber', ({ hardwareId }) => hardwareId.slice(0, 14)],
];

/**
 * Windows 11 Enterprise 25H2 (26200.9278) under OnPremise. The manifests that go-microsoft-dm (2026) publishes of its enrollments show the
 * names, the order, the number and the lengths of the context items, at an advertised EnrollmentVersion of 3.0, 5.0 and 9.0. At 3.0 and at
 * 9.0 the items are the same, so RequestVersion and AttestationStatus do not wait for 5.0 and 7.0 as MS-MDE2 3.4.4.1.1.1.1 has it; other
 * versions than 5.0 are taken to be like these two.
 *
 * Not published, and therefore as in Windows 10: the policies that it offers, MessageIDs, User-Agent and other header fields, the port in
 * `a:To`, the certificate request with its hash, TLS and the reuse of connections. That Discover says 9.0 too is reported of the same build
 * (Fleet, 49329). Most values are made up in the published length: which MAC items repeat, the hardware, the serial number, and the claim
 * of the TPM, which proves nothing here.
 */
export const windows11 = {
  ...windows10,
  id: 'P7',
  name: 'Windows 11 25H2 (10.0.26200)',
  requestVersion: '9.0',
  osVersion: '10.0.26200.9278',
  applicationVersion: '10.0.26200.9279',
  osEdition: '4',
  macItems: 13,
  moreContext: {
    behind: [
      ...hardware,
      ['RequestVersion', '9.0'],
      ['AttestationStatus', 'Status=AttestationResultNoAttestation;AttestationErrorMsg=No AIK algorithms provided'],
      ['AttestationStatusHResult', '0x80070057'],
    ],
  },
  moreContextAt: {
    '5.0': {
      claims: [
        ['AIKPub', attestationKey],
        ['AIKAttestationClaim', (identity) => base64Of(1218, 'claim', identity)],
      ],
      behind: [...hardware, ['RequestVersion', '5.0']],
    },
  },
} as const satisfies Profile;

/** A BCRYPT_RSAKEY_BLOB of a public key of 2048 bits, as wide as the published AIKPub. */
function attestationKey(identity: DeviceIdentity): string {
  const header = Buffer.alloc(24);
  header.write('RSA1');
  for (const [index, field] of [2048, 3, 256].entries()) header.writeUInt32LE(field, 4 * (index + 1));
  const modulus = Buffer.from(base64Of(256, 'key', identity), 'base64');
  return Buffer.concat([header, Uint8Array.of(1, 0, 1), modulus]).toString('base64');
}

function base64Of(octets: number, purpose: string, { hardwareId }: DeviceIdentity): string {
  return Buffer.from(seededBytes(`${hardwareId}/${purpose}`)(octets)).toString('base64');
}
