import { describe, expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import { startRawServer } from '../testing/raw-server.ts';
import { createLiveTransport } from './live-transport.ts';

const authority = createAuthority({ now: () => new Date(), random: seededBytes('tls'), keys: poolAuthorityKeys() });
const instant = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const ca = '"CN=Reference TLS CA,O=MDE Conformance"';
const issuerMissing = `${ca}, who issued "CN=127\\.0\\.0\\.1", is neither sent nor trusted`;
const name = '"CN=wrong-name\\.invalid" is for DNS:wrong-name\\.invalid, not for 127\\.0\\.0\\.1';

interface Advice {
  readonly defect?: TlsDefect;
  readonly hosts?: readonly string[];
  /** Trusts another root than that of the server. */
  readonly untrusted?: true;
  readonly error: string;
  readonly why: string;
  readonly helps: string;
}

async function messageOf({ defect, hosts = ['127.0.0.1'], untrusted }: Advice): Promise<string> {
  const identity = authority.serverIdentity({ hosts, ...(defect ? { defect } : {}) });
  await using server = await startRawServer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', {
    tls: { key: identity.keyPem, cert: identity.chainPem },
  });
  const trust = untrusted ? authority.serverIdentity({ hosts, defect: 'self-signed' }).certPem : identity.caPem;
  const url = `https://127.0.0.1:${server.port}/`;
  const request = { method: 'GET', url, headers: [], body: new Uint8Array() };
  const answer = await createLiveTransport({ ca: [trust], timeoutMs: 3000 })(request);
  expect(answer).toMatchObject({ kind: 'broken', reason: 'tls', tls: { authorized: false } });
  expect(server.received()).toBe('');
  return answer.kind === 'broken' ? answer.message : '';
}

describe('a certificate that does not validate: the server gets not one byte, and the advice fits the cause', () => {
  test.for<[name: string, advice: Advice]>([
    [
      'another name',
      {
        defect: 'wrong-name',
        error: 'ERR_TLS_CERT_ALTNAME_INVALID',
        why: name,
        helps: 'Serve a certificate that has this name, or name the target as the certificate does.',
      },
    ],
    [
      'expired',
      {
        defect: 'expired',
        error: 'CERT_HAS_EXPIRED',
        why: `"CN=127\\.0\\.0\\.1" expired on ${instant} \\(the clock of this machine shows ${instant}\\)`,
        helps: 'Renew the certificate that expired, or correct the clock.',
      },
    ],
    [
      'an intermediate that expired',
      {
        defect: 'expired-intermediate',
        error: 'CERT_HAS_EXPIRED',
        why: `${ca} expired on ${instant} \\(the clock of this machine shows ${instant}\\)`,
        helps: 'Renew the certificate that expired, or correct the clock.',
      },
    ],
    [
      'not yet valid',
      {
        defect: 'not-yet-valid',
        error: 'CERT_NOT_YET_VALID',
        why: `"CN=127\\.0\\.0\\.1" is not valid before ${instant} \\(the clock of this machine shows ${instant}\\)`,
        helps: 'Compare the clocks of this machine and of the authority that issued the certificate.',
      },
    ],
    [
      'self-signed',
      {
        defect: 'self-signed',
        error: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        why: '"CN=127\\.0\\.0\\.1" is self-signed and no trusted root',
        helps: 'To trust it all the same, name its PEM file with --ca.',
      },
    ],
    [
      'self-signed and for another name',
      {
        defect: 'self-signed',
        hosts: ['wrong-name.invalid'],
        error: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        why: `${name}; "CN=wrong-name\\.invalid" is self-signed and no trusted root`,
        helps:
          'Serve a certificate that has this name, or name the target as the certificate does. ' +
          'To trust it all the same, name its PEM file with --ca.',
      },
    ],
    [
      'a root that is sent and not trusted',
      {
        defect: 'other-root',
        error: 'SELF_SIGNED_CERT_IN_CHAIN',
        why: 'the root of its chain, "CN=Unlisted TLS Root CA,O=MDE Conformance", is not trusted',
        helps: 'To trust this root, name its PEM file with --ca.',
      },
    ],
    [
      'a root that is neither sent nor trusted',
      {
        untrusted: true,
        error: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
        why: `"CN=Reference TLS Root CA,O=MDE Conformance", who issued ${ca}, is neither sent nor trusted`,
        helps:
          'If that is an intermediate, let the server send it; if it is a root of yours, name its PEM file with --ca.',
      },
    ],
    [
      'an intermediate that is not sent',
      {
        defect: 'leaf-only',
        error: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        why: issuerMissing,
        helps:
          'If that is an intermediate, let the server send it; if it is a root of yours, name its PEM file with --ca.',
      },
    ],
    [
      'a certificate for clients',
      {
        defect: 'wrong-purpose',
        error: 'INVALID_PURPOSE',
        why: '"CN=127\\.0\\.0\\.1" is not for TLS servers',
        helps: 'Serve a certificate with the extended key usage serverAuth.',
      },
    ],
  ])('%s', async ([, advice]) => {
    expect(await messageOf(advice)).toMatch(
      new RegExp(
        `^The certificate of 127\\.0\\.0\\.1:\\d+ does not validate \\(${advice.error}\\): ${advice.why}\\. ` +
          `So this tool sent nothing\\. ${advice.helps.replaceAll('.', '\\.')} ` +
          'To continue without trust, use --tls-report-only\\.$',
      ),
    );
  });
});
