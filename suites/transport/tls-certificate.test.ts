import { describe, expect, test } from 'vitest';
import { openDossier } from '../../harness/engine/evidence/dossier.ts';
import { judge } from '../../harness/engine/verdict/judge.ts';
import {
  extendedKeyUsage,
  nameConstraints,
  named,
  purposes,
} from '../../harness/protocol/pki/testing/extension-writer.ts';
import { mintAuthority, mintLeaf, mintRoot, type Minted } from '../../harness/protocol/pki/testing/mint.ts';
import { readHar } from '../../harness/wire/har/har.ts';
import { recordReferenceOverTls } from '../../harness/testing/reference-run.ts';
import { noteOf } from '../../harness/app/assess.ts';
import { hosts } from './scenarios/hosts.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { tlsCertificate } from './tls-certificate.ts';

const selfSigned =
  /^The certificate of 127\.0\.0\.1:\d+ does not validate: DEPTH_ZERO_SELF_SIGNED_CERT; a device shows 0x80180012$/;

testCheck(tlsCertificate, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [
    selfSigned,
    /does not validate: SELF_SIGNED_CERT_IN_CHAIN; a device shows 0x80180012$/,
    /does not validate: INVALID_PURPOSE; a device shows 0x80180012$/,
    /does not validate: UNABLE_TO_VERIFY_LEAF_SIGNATURE; a device shows 0x80180012$/,
    selfSigned,
    selfSigned,
    // Of the window that shows the page, no code is known.
    /^The certificate of 127\.0\.0\.1:\d+ does not validate: DEPTH_ZERO_SELF_SIGNED_CERT$/,
  ],
  passes: { 'a certificate for another name, which chains to the root': { tls: 'wrong-name' } },
  inconclusive: { 'an expired certificate, behind which nobody looked': { tls: 'expired' } },
});

describe('an error that Node does not name', () => {
  const dates = { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2090-01-01T00:00:00Z') };
  const server = { ...dates, with: [extendedKeyUsage(purposes.server)] };
  const root = mintRoot(dates);
  const old = mintLeaf(root, { ...server, algorithm: 'ecdsa-sha1' });
  const constrained = mintAuthority(root, { ...dates, with: [nameConstraints([named.dns('contoso.example')])] });

  async function judgeOn(chain: readonly Minted[]) {
    const har = await recordReferenceOverTls({ scenarios: [hosts] });
    const peerChain = chain.map(({ certificate }) => certificate.pem);
    const refused = JSON.parse(har, (key, value: object) =>
      key === '_tls' ? { ...value, authorized: false, error: 'UNSPECIFIED', peerChain } : value,
    ) as object;
    using dossier = openDossier(readHar(JSON.stringify(refused)));
    return judge(tlsCertificate, dossier, noteOf);
  }

  test('is told with what the chain itself refuses', async () => {
    const { outcome, findings } = await judgeOn([mintLeaf(constrained, server), constrained]);
    expect(outcome).toBe('failed');
    expect(findings[0]?.message).toMatch(
      /does not validate: UNSPECIFIED \("CN=device\.example\.com" has the name "device\.example\.com", which is outside/,
    );
  });

  test('is no word on a device where it is for SHA-1 alone', async () => {
    const { outcome, reason } = await judgeOn([old, root]);
    expect({ outcome, reason }).toEqual({
      outcome: 'inconclusive',
      reason: expect.stringContaining('is signed with ecdsa-with-SHA1, which the TLS of this run refuses') as string,
    });
  });

  test('is told as it is where the chain shows nothing', async () => {
    const { findings } = await judgeOn([mintLeaf(root, server), root]);
    expect(findings[0]?.message).toMatch(/does not validate: UNSPECIFIED$/);
  });
});
