import { describe, expect, test } from 'vitest';
import { createDevice } from '../../device/client/device.ts';
import type { Device } from '../../device/client/device.ts';
import type { HeldCertificate } from '../../device/client/held-certificate.ts';
import { createIdentity } from '../../device/client/identity.ts';
import type { UsernameToken } from '../../device/client/messages/credential.ts';
import { targetOf } from '../../device/target/target-description.ts';
import { windows10 } from '../../device/client/profile.ts';
import type { RenewStep } from '../../device/client/renewal.ts';
import type { Behaviour } from '../../engine/rule/counterexample.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { windowsCertificateRequest, withWrongSignature } from '../../protocol/pki/read/certificate-request.ts';
import { issuedBy } from '../../protocol/pki/read/chain-link.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import type { Answer, HttpRequest, HttpResponse } from '../../wire/exchange/exchange.ts';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { createReferenceServer } from '../mount/handler.ts';
import { inProcessTransport } from '../mount/in-process.ts';
import { preparedUsers } from './prepared-users.ts';
import { provisioningIn, schemaIssues, subcodeOf, texts } from '../testing/answers.ts';
import { instant, origin, user } from '../testing/requests.ts';

const url = `${origin}/EnrollmentServer/Enrollment.svc`;
const services = { authPolicy: 'OnPremise', enrollmentUrl: url };
const dayMs = 86_400_000;

/** A device at a server whose clock the test moves. */
interface ScenarioContext {
  readonly device: Device;
  readonly held: HeldCertificate;
  readonly renew: (step?: RenewStep, held?: HeldCertificate) => Promise<HttpResponse>;
  /** Sends the last request again, changed. */
  readonly resend: (change: (request: HttpRequest) => HttpRequest) => Promise<HttpResponse>;
  readonly days: (count: number) => void;
  readonly root: HeldCertificate['certificate'];
  readonly intermediate: HeldCertificate['certificate'];
}

async function enrolled({
  as = user.email,
  behaviour,
}: { as?: string; behaviour?: Behaviour } = {}): Promise<ScenarioContext> {
  let now = instant;
  const server = createReferenceServer({
    origin,
    now: () => now,
    seed: 'renewal',
    users: [user, ...preparedUsers(user.password)],
    keys: poolAuthorityKeys(),
    departures: behaviour ? [{ behaviour }] : [],
  });
  const transport = inProcessTransport(server);
  let last: HttpRequest | undefined;
  let answer: Answer | undefined;
  let keys = 0;
  const device = createDevice({
    target: targetOf({ url, email: as, password: user.password }),
    reveal: createSecretRegister({}).reveal,
    send: async (request) => (answer = await transport((last = request))),
    profile: windows10,
    identity: createIdentity('renewal', 'run', 1),
    takeKey: () => Promise.resolve(poolKey((keys += 1) % 8)),
    now: () => now,
    scenario: 'test',
    flow: 'test',
  });
  const held = (await device.issue(services, { minimalKeyLength: 2048 }))?.held();
  if (!held) throw new Error('the device did not enroll');
  const response = (): HttpResponse => answer?.response ?? never();
  return {
    device,
    held,
    async renew(step, from = held) {
      await device.renew(url, from, step);
      return response();
    },
    async resend(change) {
      answer = await transport(change(last ?? never()));
      return response();
    },
    days: (count) => {
      now = new Date(now.getTime() + count * dayMs);
    },
    root: server.authority.root,
    intermediate: server.authority.intermediate,
  };
}

describe('a renewal', () => {
  test('brings a certificate for the new key, with the subject of the old one and under the same root', async () => {
    const { device, held, root, intermediate } = await enrolled();
    const renewed = await device.renew(url, held);
    expect(renewed?.certificate.subject.toString()).toBe(held.certificate.subject.toString());
    expect(renewed?.certificate.sha1).not.toBe(held.certificate.sha1);
    expect(renewed?.certificate.publicKey.spki).not.toEqual(held.certificate.publicKey.spki);
    expect(renewed && issuedBy(renewed.certificate, intermediate)).toEqual({ names: true, signature: true });
    expect(issuedBy(intermediate, root)).toEqual({ names: true, signature: true });
  });

  test('is answered with the short document, which follows its schema as its envelope does', async () => {
    const { renew } = await enrolled();
    const answer = await renew();
    expect(schemaIssues(answer.body, 'request-security-token-response-collection')).toEqual([]);
    const document = provisioningIn(answer);
    expect(schemaIssues(document, 'provisioning-document')).toEqual([]);
    expect(texts(document, '/wap-provisioningdoc/characteristic/@type')).toEqual(['CertificateStore', 'APPLICATION']);
    expect(texts(document, '//characteristic[@type="User"]//characteristic/@type')).toEqual([
      expect.stringMatching(/^[0-9A-F]{40}$/),
      'PrivateKeyContainer',
    ]);
    expect(texts(document, '//characteristic[@type="Root" or @type="CA"]')).toEqual([]);
  });

  test.for<[string, RenewStep]>([
    ['with an empty password', { security: 'empty-password' }],
    ['with the right password', { security: 'password' }],
    ['in double base64', { encoding: 'double' }],
    ['under the older ValueType', { valueType: 'enrollment' }],
  ])('succeeds %s', async ([, step]) => {
    const { renew } = await enrolled();
    expect((await renew(step)).status).toBe(200);
  });

  test('can be repeated, from the new certificate and from the old', async () => {
    const { device, held } = await enrolled();
    const second = await device.renew(url, held);
    expect(second && (await device.renew(url, second))).toBeDefined();
    expect(await device.renew(url, held)).toBeDefined();
  });
});

describe('is refused', () => {
  const tokenOf = (username: string, password: string): UsernameToken => ({
    kind: 'username-token',
    username,
    password: new Secret('password', password),
  });
  const other = tokenOf('second@contoso.example', user.password);
  const wrong = tokenOf(user.email, 'wrong');

  test.for<[string, RenewStep, string]>([
    ['a wrong signature', { spoil: withWrongSignature }, 'Authentication'],
    ['a message that is a bare request', { spoil: () => bareRequest() }, 'MessageFormat'],
    ['a recovery', { requestType: 'Recovery' }, 'MessageFormat'],
    ['no token', { edits: [{ xml: { op: 'remove', at: '//wsse:BinarySecurityToken' } }] }, 'MessageFormat'],
    ['another user', { security: 'password', credential: other }, 'Authorization'],
    ['a wrong password', { security: 'password', credential: wrong }, 'Authentication'],
  ])('%s', async ([, step, subcode]) => {
    const { renew } = await enrolled();
    const answer = await renew(step);
    expect(answer.status).toBe(500);
    expect(subcodeOf(answer)).toBe(subcode);
  });

  test('a certificate that only says what one of this server says', async () => {
    const { device, held, renew } = await enrolled();
    expect(subcodeOf(await renew({}, await device.imitate(held, url)))).toBe('Authentication');
    expect(subcodeOf(await renew({ shows: held }, await device.imitate(held, url)))).toBe('Authentication');
  });

  test('a connection that shows none, one without its key, with that of another, or another certificate', async () => {
    const { device, held, renew, resend } = await enrolled();
    await renew();
    const certificate = held.certificate.pem;
    const privateKey = poolKey(7).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    for (const connection of [
      {},
      { clientCertificate: { certificate } },
      { clientCertificate: { certificate, privateKey } },
    ]) {
      expect(subcodeOf(await resend((request) => ({ ...request, connection })))).toBe('Authentication');
    }
    expect((await resend((request) => request)).status).toBe(200);
    expect(subcodeOf(await renew({ shows: await device.imitate(held, url) }))).toBe('Authentication');
  });

  test('a certificate from the moment in which it expires', async () => {
    const { renew, days } = await enrolled();
    days(364);
    expect((await renew()).status).toBe(200);
    days(1);
    expect(subcodeOf(await renew())).toBe('Authentication');
  });

  test('before the renewal period, to a user for whom that counts', async () => {
    const { renew, days } = await enrolled({ as: 'early@contoso.example' });
    const errorType = async (): Promise<string[]> => texts((await renew()).body, '//wstep:ErrorType');
    expect(await errorType()).toEqual(['NotEligibleToRenew']);
    days(365 - 43);
    expect(await errorType()).toEqual(['NotEligibleToRenew']);
    days(1);
    expect((await renew()).status).toBe(200);
  });

  test('a device that is barred', async () => {
    const { renew } = await enrolled({ as: 'barred@contoso.example' });
    expect(texts((await renew()).body, '//wstep:ErrorType')).toEqual(['NotEligibleToRenew']);
  });

  test('a certificate that was issued expired', async () => {
    const { renew } = await enrolled({ as: 'expired@contoso.example' });
    expect(subcodeOf(await renew())).toBe('Authentication');
  });
});

describe('a server that is told to', () => {
  test.for<[Behaviour, string, RenewStep]>([
    [{ renewalSkips: 'signature' }, user.email, { spoil: withWrongSignature }],
    [{ renewalSkips: 'eligibility' }, 'barred@contoso.example', {}],
    [{ renewalSkips: 'expiry' }, 'expired@contoso.example', {}],
    [{ renewalSkips: 'period' }, 'early@contoso.example', {}],
  ])('pass over one condition (%j) renews', async ([behaviour, as, step]) => {
    const { renew } = await enrolled({ as, behaviour });
    expect((await renew(step)).status).toBe(200);
  });

  test('pass over the issuer renews an imitation, but not over the connection of another', async () => {
    const { device, held, renew } = await enrolled({ behaviour: { renewalSkips: 'issuer' } });
    const imitation = await device.imitate(held, url);
    expect((await renew({}, imitation)).status).toBe(200);
    expect(subcodeOf(await renew({ shows: held }, imitation))).toBe('Authentication');
  });

  test('repeat, renew once or revoke does so', async () => {
    const repeating = await enrolled({ behaviour: { repeatsCertificate: true } });
    expect(Buffer.from(provisioningIn(await repeating.renew())).toString()).toContain(repeating.held.certificate.sha1);
    const once = await enrolled({ behaviour: { renewsOnce: true } });
    const second = await once.device.renew(url, once.held);
    expect(second && texts((await once.renew({}, second)).body, '//wstep:ErrorType')).toEqual(['NotEligibleToRenew']);
    const revoking = await enrolled({ behaviour: { revokesRenewed: true } });
    expect((await revoking.renew()).status).toBe(200);
    expect(subcodeOf(await revoking.renew())).toBe('Authentication');
  });
});

function bareRequest(): Uint8Array {
  return windowsCertificateRequest(poolKey(3), { deviceId: 'A'.repeat(32), guid: 'B9A1EFF2-7F0D-4E4D-8D22-5B9C1B' });
}

function never(): never {
  throw new Error('nothing was sent or answered');
}
