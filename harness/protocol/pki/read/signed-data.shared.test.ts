import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../../testing/shared-folder.ts';
import { readCertificateRequest } from './certificate-request.ts';
import { readSignedData } from './signed-data.ts';

const sample = path.join(sharedFolder, 'protocol', 'samples', 'wstep-4.1.5.1-renewal-request.xml');

test('the renewal that MS-WSTEP prints verifies', () => {
  const [, base64 = ''] = />\s*(MII[^<]*)</.exec(readFileSync(sample, 'utf8')) ?? [];
  const read = readSignedData(Buffer.from(base64, 'base64'));
  expect(read.signatureValid).toBe(true);
  expect(read.signer?.subject.toString()).toContain('CN=abby');
  expect(readCertificateRequest(read.content).signatureValid).toBe(true);
});
