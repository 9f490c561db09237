import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCertificate } from '../../protocol/pki/read/certificate.ts';
import { answerTo, provisioningIn, texts } from '../testing/answers.ts';
import { instant, tokenRequest } from '../testing/requests.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test.skipIf(!hasOpenssl)(
  `openssl verifies the issued chain${hasOpenssl ? '' : ' (skipped: there is no openssl)'}`,
  async () => {
    const document = provisioningIn(await answerTo(tokenRequest()));
    const folder = mkdtempSync(path.join(tmpdir(), 'issued-chain-'));
    const file = (store: string) => {
      const at = `//characteristic[@type="${store}"]/characteristic/characteristic/parm[@name="EncodedCertificate"]/@value`;
      const name = path.join(folder, `${store}.pem`);
      writeFileSync(name, readCertificate(Buffer.from(texts(document, at)[0] ?? '', 'base64')).pem);
      return name;
    };
    const time = String(instant.getTime() / 1000);
    const options = ['-x509_strict', '-purpose', 'sslclient', '-attime', time, '-no-CApath', '-no-CAstore'];
    try {
      const verified = execFileSync('openssl', [
        'verify',
        ...options,
        '-CAfile',
        file('Root'),
        '-untrusted',
        file('CA'),
        file('My'),
      ]);
      expect(verified.toString()).toMatch(/: OK\s*$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
