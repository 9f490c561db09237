import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../../testing/shared-folder.ts';
import { readCertificate } from './certificate.ts';
import { issuedBy } from './chain-link.ts';

const capture = path.join(sharedFolder, 'captures', 'mattrax-ts.har');

test('certificates of a real server are read', () => {
  const [root, leaf] = certificatesIn(readFileSync(capture, 'utf8'));
  expect(leaf).toMatchObject({
    version: 1,
    signature: { hash: 'sha256' },
    publicKey: { algorithm: 'rsa', bits: 2048 },
  });
  expect(leaf?.nonStandard).toContain('version 1 with extensions');
  expect(root).toMatchObject({ version: 3, nonStandard: [], ca: true });
  expect(root && leaf && issuedBy(leaf, root)).toEqual({ names: true, signature: true });
});

/** The certificates of the first provisioning document in a capture, in order. */
function certificatesIn(har: string): ReturnType<typeof readCertificate>[] {
  const token = /BinarySecurityToken[^>]*>([A-Za-z0-9+/=\s]{2000,}?)</;
  const bodies = (JSON.parse(har) as { log: { entries: { response: { content: { text?: string } } }[] } }).log.entries;
  const base64 = bodies.map(({ response }) => token.exec(response.content.text ?? '')?.[1]).find((found) => found);
  const document = Buffer.from(base64 ?? '', 'base64').toString('utf8');
  return [...document.matchAll(/name="EncodedCertificate" value="([^"]+)"/g)].map(([, value = '']) =>
    readCertificate(Buffer.from(value, 'base64')),
  );
}
