import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { foreignToken, undecodableToken } from '../../device/client/made-up-tokens.ts';
import { wrongPasswordFor } from '../../device/client/wrong-password.ts';
import { readCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { bodyOf, drive, password } from '../stub-server.ts';
import { detectType, validate } from '../../protocol/xml/schema.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { scenarios } from '../../../suites/scenarios.ts';

describe('against a valid server', async () => {
  const run = await drive();

  test('every scenario is driven in plan order', () => {
    const plan = scenarios
      .filter(({ state, given, way, effect }) => !state && !given && !way && effect !== 'unenroll')
      .map(({ id }) => id);
    expect([...new Set(run.exchanges.map(({ label }) => label?.scenario))]).toEqual(plan);
    expect(run.meta.scenarios).toEqual(plan);
    expect(plan[0]).toBe('windows-enrollment');
    expect(plan.slice(-3)).toEqual(['empty-password', 'wrong-password', 'near-miss-password']);
  });

  test('the first enrollment and the last refusal are whole', () => {
    expect(run.driven.slice(0, 4)).toEqual([
      'windows-enrollment/probe',
      'windows-enrollment/discover',
      'windows-enrollment/get-policies',
      'windows-enrollment/issue',
    ]);
    expect(run.driven.slice(-5)).toEqual([
      'near-miss-password/discover',
      'near-miss-password/control-before',
      'near-miss-password/issue-near-miss-1',
      'near-miss-password/issue-near-miss-2',
      'near-miss-password/control-after',
    ]);
  });

  test('each message follows its schema, unless its scenario says otherwise', () => {
    const valid = run.exchanges.filter(({ label }) => (label?.deviations ?? []).length === 0);
    for (const { request } of valid.filter(({ request }) => request.method === 'POST')) {
      const tree = parseXml(request.body);
      try {
        const type = detectType(tree);
        expect(type && validate(tree, type)).toEqual([]);
      } finally {
        tree[Symbol.dispose]();
      }
    }
  });

  test('the addresses of Discover are used as they were returned, without the white space around them', () => {
    const [, discover, getPolicies, issue] = run.requestsOf('windows-enrollment');
    expect(discover && bodyOf(discover)).toContain(
      '>https://EnterpriseEnrollment.contoso.example:443/EnrollmentServer/Discovery.svc<',
    );
    expect(getPolicies?.url).toBe('https://mdm.contoso.example/Policy');
    expect(issue?.url).toBe('https://mdm.contoso.example/Enroll?tenant=1&x=2');
    expect(issue && bodyOf(issue)).toContain('>https://mdm.contoso.example/Enroll?tenant=1&amp;x=2</a:To>');
  });

  test('the two enrollments differ in device, key and shape of the request, not in their MessageIDs', () => {
    const requests = ['windows-enrollment', 'modern-enrollment'].map((id) =>
      bodyOf(run.requestsOf(id).at(-1) ?? never()),
    );
    const csrs = requests.map((body) =>
      readCertificateRequest(Buffer.from(/PKCS10"[^>]*>([^<]*)</.exec(body)?.[1] ?? '', 'base64')),
    );
    expect(csrs.map(({ shape, signatureValid }) => [shape, signatureValid])).toEqual([
      ['windows', true],
      ['modern', true],
    ]);
    expect(new Set(csrs.map(({ publicKey }) => Buffer.from(publicKey.spki).toString('hex')))).toHaveProperty('size', 2);
    expect(new Set(requests.map((body) => /"DeviceID"><ac:Value>(\w{32})</.exec(body)?.[1]))).toHaveProperty('size', 2);
    expect(new Set(requests.map((body) => /MessageID>([^<]*)</.exec(body)?.[1]))).toHaveProperty('size', 1);
  });

  test('the wrong password lies between two controls of the same device and is a secret like the right one and the made-up tokens', () => {
    const labels = run.exchanges.filter(({ label }) => label?.scenario === 'wrong-password').map(({ label }) => label);
    expect(labels.map((label) => [label?.step, label?.control, label?.deviations])).toEqual([
      [1, undefined, undefined],
      [2, true, undefined],
      [3, undefined, ['wrong-password']],
      [4, undefined, ['wrong-password']],
      [5, true, undefined],
    ]);
    const tokens = createSecretRegister([foreignToken, undecodableToken]).known();
    expect(run.knownSecrets).toEqual(
      expect.arrayContaining([
        { kind: 'password', value: password },
        { kind: 'password', value: wrongPasswordFor(password, 'test') },
        ...tokens,
      ]),
    );
  });

  test('the identical Discover is sent twice', () => {
    const [first, again] = run.requestsOf('repeated-discovery');
    expect(first).toEqual(again);
  });

  test('the MessageID is varied, and the variant named', () => {
    const ids = run.requestsOf('message-id-echo').map((request) => /MessageID>([^<]*)</.exec(bodyOf(request))?.[1]);
    expect(ids).toEqual([
      'urn:uuid:748132ec-a575-4329-b01b-6171a9cf8478',
      'urn:uuid:748132EC-A575-4329-B01B-6171A9CF8478',
      'urn:uuid: 748132ec-a575-4329-b01b-6171a9cf8478',
      'https://mde-conformance.example/748132ec?a=1&amp;b=2',
      'urn:uuid:748132ec-a575-4329-b01b-6171a9cf8478',
    ]);
  });

  test('the same options give the same requests', async () => {
    const again = await drive();
    // No `toEqual`, which reads bytes one by one.
    expect(isDeepStrictEqual(again.exchanges, run.exchanges)).toBe(true);
    expect(again.meta).toEqual(run.meta);
    const other = await drive({}, { seed: 'other', scenarios: [windowsEnrollment] });
    expect(other.requestsOf('windows-enrollment').at(-1)).not.toEqual(run.requestsOf('windows-enrollment').at(-1));
  });
});

function never(): never {
  throw new Error('the run sent no such request');
}
