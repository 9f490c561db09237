import { describe, expect, test } from 'vitest';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import type { Exchange, HttpRequest, Session } from '../../wire/exchange/exchange.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { duplicate } from '../rule/departures.ts';
import { openDossier } from './dossier.ts';
import { noteExchanges } from '../verdict/exchange-notes.ts';
import { asThirdParty } from '../../testing/as-third-party.ts';

const scenarios = [windowsEnrollment, modernEnrollment];
const session = await referenceSession({ scenarios });
const recorded: Session = { exchanges: asThirdParty(session.exchanges) };
const kinds = ['probe', 'discover', 'get-policies', 'issue', 'discover', 'get-policies', 'issue'];

describe('kinds', () => {
  test('are read from the requests, with labels and without', () => {
    expect(kindsOf(session)).toEqual(kinds);
    expect(kindsOf(recorded)).toEqual(kinds);
  });

  test('of a request that cannot be parsed come from its text, else from the address that Discover named', () => {
    expect(kindsOf(withRequest(2, { body: Buffer.from('<x:GetPolicies ') }))[2]).toBe('get-policies');
    expect(kindsOf(withRequest(3, { body: Buffer.from('garbage') }))[3]).toBe('issue');
  });

  test('of those addresses are known though the Discover answer is no message that can be judged', async () => {
    const broken = await referenceSession({ scenarios, departures: [duplicate('discover', '/s:Envelope/s:Body')] });
    const edited = withRequest(3, { body: Buffer.from('garbage') }, broken);
    using dossier = openDossier(edited);
    expect(dossier.evidence.slice(1, 4).map(({ kind, state }) => [kind, state])).toEqual([
      ['discover', 'unusable'],
      ['get-policies', 'success'],
      ['issue', 'success'],
    ]);
  });

  test('of what is no enrollment are other', () => {
    const others = [{ method: 'PUT' }, { url: 'https://contoso.example/favicon.ico' }].map((change) =>
      kindsOf(withRequest(0, change)),
    );
    expect(others.map(([first]) => first)).toEqual(['other', 'other']);
  });

  test.each(['/api/mdm/discover', '/EnrollmentServer/Discovry.svc', '/EnrollmentServer/Discovery.svc/'])(
    'do not depend on the path of discovery, such as %s',
    (path) => {
      const moved = (url: string): string => url.replace('/EnrollmentServer/Discovery.svc', path);
      const elsewhere = (of: Session): Session => ({
        ...of,
        ...(of.meta && { meta: { ...of.meta, target: moved(of.meta.target) } }),
        exchanges: of.exchanges.map((exchange) => ({
          ...exchange,
          request: { ...exchange.request, url: moved(exchange.request.url) },
        })),
      });
      expect(kindsOf(elsewhere(session))).toEqual(kinds);
      expect(kindsOf(elsewhere(recorded))).toEqual(kinds);
    },
  );

  test('of a probe that was redirected are probe, wherever it goes', () => {
    const url = 'https://other.example/here';
    const redirect: Exchange[] = recorded.exchanges.slice(0, 1).map((exchange) => ({
      ...exchange,
      answer:
        exchange.answer.kind === 'answered'
          ? { ...exchange.answer, response: { ...exchange.answer.response, status: 302, headers: [['location', url]] } }
          : exchange.answer,
    }));
    const followed = recorded.exchanges.slice(0, 1).map((exchange) => ({
      ...exchange,
      index: 1,
      request: { ...exchange.request, url },
    }));
    expect(kindsOf({ exchanges: [...redirect, ...followed] })).toEqual(['probe', 'probe']);
  });
});

describe('flows', () => {
  test('of a run are those of its labels, each with its own steps', () => {
    using dossier = openDossier(session);
    const steps = dossier.flows.map(({ steps }) => [...steps.values()].map(({ exchange }) => exchange.index));
    expect(steps).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
    ]);
  });

  test('of a third-party recording end with an issue and hold the last success of each kind before it', () => {
    using dossier = openDossier(recorded);
    const steps = dossier.flows.map(({ steps }) => [...steps.values()].map(({ exchange }) => exchange.index));
    expect(steps).toEqual([
      [0, 1, 2, 3],
      [0, 4, 5, 6],
    ]);
  });
});

test('a recording is third-party where no exchange is labelled', () => {
  const thirdParty = [session, { exchanges: session.exchanges }, recorded].map((judged) => {
    using dossier = openDossier(judged);
    return dossier.thirdParty;
  });
  expect(thirdParty).toEqual([false, false, true]);
});

test('a root of the device that is no certificate makes what needs it inconclusive', () => {
  for (const pem of ['garbage', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----']) {
    using dossier = openDossier({ ...session, ...(session.meta && { meta: { ...session.meta, deviceTrust: [pem] } }) });
    expect(() => dossier.evidence[0]?.deviceTrust).toThrow('is not a certificate');
  }
});

test('each exchange is noted in a sentence, what is no enrollment among them', () => {
  using dossier = openDossier(withRequest(0, { url: 'https://contoso.example/favicon.ico' }));
  const [first, second] = noteExchanges(dossier);
  expect(first).toMatchObject({
    index: 0,
    kind: 'other',
    summary: expect.stringMatching(/^GET https:.* → 200, not enrollment traffic, ignored$/) as string,
  });
  expect(second?.summary).toMatch(/^POST https:.* → 200, DiscoverResponse$/);
  using labelled = openDossier(session);
  expect(noteExchanges(labelled)[1]).toMatchObject({ scenario: 'windows-enrollment', flow: 'windows', deviations: [] });
});

function kindsOf(judged: Session): string[] {
  using dossier = openDossier(judged);
  return dossier.evidence.map(({ kind }) => kind);
}

function withRequest(index: number, change: Partial<HttpRequest>, of: Session = recorded): Session {
  return {
    ...of,
    exchanges: of.exchanges.map((exchange) =>
      exchange.index === index ? { ...exchange, request: { ...exchange.request, ...change } } : exchange,
    ),
  };
}
