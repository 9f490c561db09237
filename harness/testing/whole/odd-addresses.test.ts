import { describe, expect, test } from 'vitest';
import { assess } from '../../app/assess.ts';
import { occasionOf } from '../../app/stored-session.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Answer, Session, Transport } from '../../wire/exchange/exchange.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { checks } from '../../../suites/index.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { referenceSession } from '../reference-run.ts';

const host = 'https://enterpriseenrollment.contoso.example';
const scenarios = [windowsEnrollment, modernEnrollment, renewal, wrongPassword];

const addresses = [
  `${host}/E?t=[1]`,
  `${host}/E?%zz`,
  `${host}/E#a#b`,
  `${host}/E a`,
  `${host}/E\\x`,
  `${host}/Ü|<>?x="y"`,
  'https://u:p@enterpriseenrollment.contoso.example/EnrollmentServer/Enrollment.svc',
  'HTTPS://ENTERPRISEENROLLMENT.CONTOSO.EXAMPLE/EnrollmentServer/Enrollment.svc',
  'http://enterpriseenrollment.contoso.example/x',
  'ftp://x/',
  'urn:x',
  'relative/path',
  'https://[::1',
  'https://a:99999/',
  '',
];

function verdictOn(session: Session): { readonly verdict: string; readonly because: string } {
  const { verdict, because } = assess(session, checks, occasionOf(session, 'live', 'it'));
  return { verdict, because };
}

/** Exit code 5 says that this tool is wrong. Whatever a server names, it is the server that is. */
describe('a server makes no run unsound', () => {
  const elements = ['EnrollmentServiceUrl', 'EnrollmentPolicyServiceUrl'];
  test.each<readonly [element: string, text: string]>([
    ...elements.flatMap((element) => addresses.map((address) => [element, address] as const)),
    ...['onpremise', 'ONPREMISE', 'Foo', '', ' OnPremise ', 'Certificate', 'Federated', 'OnPremise Federated'].map(
      (policy) => ['AuthPolicy', policy] as const,
    ),
    ...['9.0', '', 'abc', '-1'].map((version) => ['EnrollmentVersion', version] as const),
  ])('by %s "%s"', async (element, to) => {
    const departures: readonly Departure[] = [{ on: 'discover', xml: { op: 'set', at: `//d:${element}`, to } }];
    expect(verdictOn(await referenceSession({ departures, scenarios }))).not.toMatchObject({ verdict: 'unsound' });
  });

  test.each([
    `${host}/done?t=%zz`,
    `${host}/d#a#b`,
    `${host}/x[1]`,
    `${host}/a b`,
    `${host}/done\u0000\u0007\u001b[31m`,
    'https://u:p@enterpriseenrollment.contoso.example/done',
    '/EnrollmentServer/Discovery.svc?a=[1]',
    '//',
    'http://[',
    'ftp://x',
  ])('by a probe that is redirected to "%s"', async (location) => {
    const between =
      (transport: Transport): Transport =>
      async (request) => {
        const answer = await transport(request);
        const isProbe = request.method === 'GET' && request.url === `${host}/EnrollmentServer/Discovery.svc`;
        return isProbe ? redirected(answer, location) : answer;
      };
    expect(verdictOn(await referenceSession({ between, scenarios }))).not.toMatchObject({ verdict: 'unsound' });
  });
});

function redirected(answer: Answer, location: string): Answer {
  if (answer.kind !== 'answered') return answer;
  const { response } = answer;
  return { ...answer, response: { ...response, status: 302, headers: [...response.headers, ['Location', location]] } };
}
