import { expect, test } from 'vitest';
import { assess } from '../../app/assess.ts';
import { occasionOf } from '../../app/stored-session.ts';
import { gather } from '../../device/run/gather.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { buildCertificate } from '../../protocol/pki/build/build-certificate.ts';
import type { CertificateContent } from '../../protocol/pki/build/build-certificate.ts';
import { poolKey, serverPoolKey } from '../../protocol/pki/build/keys.ts';
import type { ServerIdentity } from '../../protocol/pki/build/server-identity.ts';
import { readCertificate } from '../../protocol/pki/read/certificate.ts';
import { parseName } from '../../protocol/pki/read/parse-name.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import { listen } from '../../reference-server/mount/listen.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { readRedactedHar, writeHar } from '../../wire/har/har.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../../suites/index.ts';
import { hosts } from '../../../suites/transport/scenarios/hosts.ts';
import { managementHost } from '../../../suites/transport/scenarios/management-host.ts';

const hourMs = 3_600_000;
const rootName = parseName('CN=A root of one day').rdns;
const user = { email: 'user@contoso.example', password: 'correct horse 7' };

/**
 * The TLS of the server that enrolled Windows 11 25H2 (26200.9278, go-microsoft-dm 2026): a certificate on P-256 for `localhost`, sent
 * alone, with the serial number 2, from a root of one day that may not sign revocation lists and has the serial number 1.
 */
test('a host name without dots, and a certificate of a day below its root, are no finding', async () => {
  const { judgements, verdict } = assess(...judged(await session()));
  expect(judgements.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(
    judgements.filter(({ check, outcome }) => check.startsWith('transport/tls-') && outcome === 'passed'),
  ).toHaveLength(judgements.filter(({ check }) => check.startsWith('transport/tls-')).length);
  expect(verdict).not.toBe('nonconformant');
});

function judged(gathered: Session): Parameters<typeof assess> {
  return [gathered, checks, occasionOf(gathered, 'live', '')];
}

async function session(): Promise<Session> {
  const now = (): Date => new Date();
  const identity = identityAt(now());
  const origins: string[] = [];
  const server = createReferenceServer({
    origin: () => origins[0] ?? '',
    now,
    seed: 'windows 11',
    users: [user],
    keys: poolAuthorityKeys(),
  });
  const authority = { ...server.authority, serverIdentity: () => identity };
  await using listener = await listen({ ...server, authority }, { host: 'localhost' });
  origins.push(listener.origin);
  const recording = await gather({
    target: { url: `${listener.origin}/EnrollmentServer/Discovery.svc`, ...user, deviceTrust: [], capabilities: [] },
    transport: createLiveTransport({ ca: [identity.caPem], timeoutMs: 5000 }),
    scenarios: [windowsEnrollment, modernEnrollment, hosts, managementHost],
    now,
    seed: 'windows 11',
    keys: 'pool',
  });
  return readRedactedHar(writeHar(recording));
}

function identityAt(now: Date): ServerIdentity {
  const root = poolKey(8);
  const key = serverPoolKey();
  const common = {
    version: 3,
    issuer: rootName,
    notAfter: new Date(now.getTime() + 24 * hourMs),
    hash: 'sha256',
    issuerSpki: root.spki,
    criticalUnknown: false,
  } as const;
  const pemOf = (content: CertificateContent): string =>
    readCertificate(buildCertificate(content, root.privateKey)).pem;
  const caPem = pemOf({
    ...common,
    serial: 1n,
    subject: rootName,
    notBefore: new Date(now.getTime() - hourMs),
    spki: root.spki,
    ca: true,
    keyUsages: ['digitalSignature', 'keyCertSign'],
    extendedKeyUsages: [],
  });
  const certPem = pemOf({
    ...common,
    serial: 2n,
    subject: parseName('CN=localhost').rdns,
    notBefore: now,
    spki: key.spki,
    ca: false,
    keyUsages: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsages: ['1.3.6.1.5.5.7.3.1'],
    hosts: { dns: ['localhost'], ip: [] },
    withoutSubjectKeyId: true,
  });
  const keyPem = key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { keyPem, certPem, chainPem: certPem, caPem };
}
