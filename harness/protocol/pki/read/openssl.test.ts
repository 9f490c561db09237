import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../build/authority.ts';
import { modernCertificateRequest, windowsCertificateRequest } from './certificate-request.ts';
import { readCertificate } from './certificate.ts';
import { isSelfSigned } from './chain-link.ts';
import { poolKey } from '../build/keys.ts';
import { formatPem, readPem } from './pem.ts';
import { seededBytes } from '../build/seeded-bytes.ts';

const present = spawnSync('openssl', ['version']).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'pki-openssl-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.skipIf(!present)(`OpenSSL as second opinion${present ? '' : ' (skipped: there is no openssl here)'}`, () => {
  const authority = createAuthority({
    now: () => new Date(),
    random: seededBytes('openssl'),
    keys: poolAuthorityKeys(),
  });
  const root = file('root.pem', authority.root.pem);
  const intermediate = file('intermediate.pem', authority.intermediate.pem);

  test('verifies an issued chain, strictly and for client authentication', () => {
    const leaf = file(
      'leaf.pem',
      authority.issue(poolKey(0).spki, { subject: [[{ type: 'CN', value: 'device' }]] }).pem,
    );
    const purpose = ['-purpose', 'sslclient', '-x509_strict'];
    const { status, stderr } = openssl('verify', ...purpose, '-CAfile', root, '-untrusted', intermediate, leaf);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test.for([
    ['an authority key identifier that is absent', { authorityKeyId: 'absent' }, [true, false]],
    ['an authority key identifier of another key', { authorityKeyId: 'other' }, [false, false]],
    ['a subject key identifier that is absent', { withoutSubjectKeyId: true }, [true, true]],
    ['a serial number that can be guessed', { serial: '2' }, [true, true]],
    ['a signature with SHA-1', { hash: 'sha1' }, [true, true]],
    ['the key of its issuer', { issuerKey: true }, [true, true]],
    ['a life beyond that of its issuer', { notAfterDays: 7300 }, [true, true]],
  ] as const)('in a leaf, %s is no obstacle or is one, by default and strictly', ([name, change, accepted]) => {
    const subject = [[{ type: 'CN', value: 'device' }]];
    const leaf = file(`${name}.pem`, authority.issue(poolKey(0).spki, { subject }, change).pem);
    const verify = (...options: string[]): boolean =>
      openssl('verify', ...options, '-CAfile', root, '-untrusted', intermediate, leaf).status === 0;
    expect([verify(), verify('-x509_strict')]).toEqual(accepted);
  });

  test('verifies a server identity by host name and by address', () => {
    const { certPem, chainPem, caPem } = authority.serverIdentity({ hosts: ['localhost', '127.0.0.1', '::1'] });
    const files = ['-CAfile', file('tls-ca.pem', caPem), '-untrusted', file('tls-chain.pem', chainPem)];
    const leaf = file('tls-leaf.pem', certPem);
    const verify = (...name: string[]): number | null =>
      openssl('verify', '-x509_strict', '-purpose', 'sslserver', ...files, ...name, leaf).status;
    expect(verify('-verify_hostname', 'localhost')).toBe(0);
    expect(verify('-verify_ip', '127.0.0.1')).toBe(0);
    expect(verify('-verify_ip', '::1')).toBe(0);
    expect(verify('-verify_hostname', 'elsewhere.invalid')).not.toBe(0);
  });

  test.for([
    [
      'Windows',
      windowsCertificateRequest(poolKey(1), { deviceId: 'A'.repeat(32), guid: 'b9a1eff2-7f0d-4e4d-8d22-5b9c1b' }),
    ],
    ['a modern client', modernCertificateRequest(poolKey(1), { commonName: 'device', deviceId: 'A'.repeat(32) })],
  ] as const)('verifies the request of %s', ([name, request]) => {
    const { status, stderr } = openssl(
      'req',
      '-verify',
      '-noout',
      '-in',
      file(`${name}.csr`, formatPem('CERTIFICATE REQUEST', request)),
    );
    expect(status).toBe(0);
    expect(stderr).toContain('verify OK');
  });

  test.for([
    ['RSA', ['rsa:2048'], 'rsa', 2048, 'sha256'],
    ['an elliptic curve', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], 'ec', 384, 'sha256'],
    ['RSASSA-PSS', ['rsa:2048', '-sha384', '-sigopt', 'rsa_padding_mode:pss'], 'rsa', 2048, 'sha384'],
    ['Ed25519', ['ed25519'], 'other', undefined, undefined],
  ] as const)('its certificates with %s are read and verified', ([name, options, algorithm, bits, hash]) => {
    const certificate = selfSigned(name, ['-newkey', ...options, '-subj', `/CN=${name}`]);
    expect(certificate).toMatchObject({ version: 3, nonStandard: [] });
    expect(certificate.publicKey.algorithm).toBe(algorithm);
    expect(certificate.publicKey.bits).toBe(bits);
    expect(certificate.signature.hash).toBe(hash);
    expect(isSelfSigned(certificate)).toBe(true);
  });

  test('prints the same name as we do', () => {
    const subject = '/DC=example/O=Ex\\, ample "A"/OU=a/CN= #lead; <x>';
    const certificate = selfSigned('name', ['-newkey', 'ed25519', '-subj', subject]);
    const source = file('printed.pem', certificate.pem);
    const printed = openssl('x509', '-noout', '-subject', '-nameopt', 'RFC2253', '-in', source).stdout.trim();
    expect(printed).toBe(`subject=${certificate.subject.toString()}`);
  });

  function selfSigned(name: string, options: readonly string[]): ReturnType<typeof readCertificate> {
    const out = path.join(folder, `${name}.crt`);
    openssl('req', '-x509', '-noenc', '-days', '2', '-keyout', path.join(folder, 'key'), '-out', out, ...options);
    const [der = new Uint8Array()] = readPem(readFileSync(out, 'utf8'), 'CERTIFICATE');
    return readCertificate(der);
  }
});

function openssl(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  const target = path.join(folder, name);
  writeFileSync(target, content);
  return target;
}
