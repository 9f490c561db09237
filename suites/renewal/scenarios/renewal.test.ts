import { describe, expect, test } from 'vitest';
import type { DescribedStates } from '../../../harness/device/target/target-description.ts';
import type { Departure } from '../../../harness/engine/rule/counterexample.ts';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { ownDefects } from '../../../harness/engine/verdict/own-defects.ts';
import type { Judgement } from '../../../harness/engine/verdict/results.ts';
import type { CertificateRule } from '../../../harness/reference-server/services/user.ts';
import type { Exchange, HttpRequest, Session, Transport } from '../../../harness/wire/exchange/exchange.ts';
import { referenceSessionOverTls } from '../../../harness/testing/reference-run.ts';
import { assess } from '../../../harness/app/assess.ts';
import { checks } from '../../index.ts';
import { occasionOf } from '../../../harness/app/stored-session.ts';
import { renewalChecks } from '../index.ts';
import { origin, renewing, runRenewals, user } from '../../../harness/testing/renewal-run.ts';
import { asThirdParty } from '../../../harness/testing/as-third-party.ts';

const withoutState = renewing.filter(({ state }) => state === undefined);

const judgementsOf = (session: Session): readonly Judgement[] =>
  assess(session, renewalChecks, occasionOf(session, 'live', '')).judgements;
const judgementOf = (session: Session, id: string): Judgement | undefined =>
  judgementsOf(session).find(({ check }) => check === `renewal/${id}`);
const outcomesOf = (session: Session): Record<string, string[]> => {
  const outcomes: Record<string, string[]> = {};
  for (const { check, outcome } of judgementsOf(session))
    (outcomes[outcome] ??= []).push(check.replace('renewal/', ''));
  return outcomes;
};
const renewalsIn = ({ exchanges }: Session): readonly Exchange[] =>
  exchanges.filter(({ request }) => Buffer.from(request.body).includes('200512/Renew<'));
const ofStates = ['barred-device', 'barred-device-reason', 'early-renewal', 'expired-certificate', 'requester'];

describe('a server that renews at any time', async () => {
  const session = await runRenewals();

  test('is judged without being told anything, but for the states that the target does not name', () => {
    const outcomes = outcomesOf(session);
    expect(outcomes['inapplicable']?.toSorted()).toEqual([...ofStates, 'client-certificate'].toSorted());
    expect(Object.keys(outcomes).toSorted()).toEqual(['inapplicable', 'passed']);
    expect(judgementOf(session, 'requester')?.reason).toContain('the target file does not say how ("states")');
  });

  test('is judged in a third-party recording too, as far as that shows it', () => {
    const exchanges = asThirdParty(session.exchanges);
    const outcomes = outcomesOf({ exchanges });
    expect(outcomes['failed']).toBeUndefined();
    expect(outcomes['passed']).toEqual(
      expect.arrayContaining(['answer', 'document', 'public-key', 'new-certificate', 'chain']),
    );
    expect(outcomes['inconclusive']).not.toContain('signature');
  });

  test('a message that claims to be of another issuer and is not would be our defect', () => {
    const [plain] = renewalsIn(session);
    const exchanges = session.exchanges.map((exchange) => {
      if (exchange !== plain || !exchange.label) return exchange;
      return { ...exchange, label: { ...exchange.label, deviations: ['foreign-certificate'] } };
    });
    using dossier = openDossier({ ...session, exchanges });
    expect(ownDefects(dossier)).toEqual([expect.stringMatching(/but its certificate is from this server$/)]);
  });
});

describe('a server that does not say that it renews', () => {
  const silent: Departure = { on: 'issue', provisioning: { op: 'remove', at: '//characteristic[@type="WSTEP"]' } };

  test('is asked for no renewal, and nothing of it is applicable', async () => {
    const session = await runRenewals({ departures: [silent] });
    expect(renewalsIn(session)).toEqual([]);
    expect(Object.keys(outcomesOf(session))).toEqual(['inapplicable']);
    expect(judgementOf(session, 'answer')?.reason).toBe(
      'applies when the document has WSTEP/Renew with ROBOSupport true, or the target file lists the capability renew',
    );
  });

  test('or says it in a document that cannot be read, is judged on nothing', async () => {
    const session = await runRenewals({ departures: [{ on: 'issue', provisioningReplace: '<wap', by: '<<wap' }] });
    expect(Object.keys(outcomesOf(session))).toContain('inconclusive');
    expect(judgementOf(session, 'answer')?.outcome).toBe('inconclusive');
  });

  test('is asked where the target names the capability; a password may then be demanded', async () => {
    const demanding: Departure = {
      on: 'renew',
      matching: '^(?![^]*<wsse:Password[^>]*>[^<])',
      answer: { as: 'fault', subcode: 'Authentication' },
    };
    const session = await runRenewals({ departures: [silent, demanding], capabilities: ['renew'] });
    expect(judgementOf(session, 'answer')?.outcome).toBe('passed');
    expect(judgementOf(session, 'certificate-authentication')?.outcome).not.toBe('failed');
  });
});

describe('a server that renews in the renewal period only', () => {
  const certificates: CertificateRule = { keepsPeriod: true };

  test('is not judged on renewals that come too early, and the reason says what to name', async () => {
    const session = await runRenewals({ certificates });
    const { failed, passed } = outcomesOf(session);
    expect({ failed, passed }).toEqual({ failed: undefined, passed: undefined });
    expect(judgementOf(session, 'answer')).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringContaining('the state "renewal-due" of the target file') as string,
    });
    expect(assess(session, checks, occasionOf(session, 'live', '')).verdict).not.toBe('conformant');
  });

  test('is judged with the certificates of a user whose renewal is due', async () => {
    const states: DescribedStates = {
      'renewal-due': { by: 'user', email: 'due@contoso.example', password: user.password },
    };
    const session = await runRenewals({ certificates, states });
    const { failed, inconclusive, passed } = outcomesOf(session);
    expect({ failed, inconclusive }).toEqual({ failed: undefined, inconclusive: undefined });
    expect(passed).toEqual(expect.arrayContaining(['answer', 'signature', 'foreign-certificate', 'second-renewal']));
    expect(judgementOf(session, 'validity')?.outcome).toBe('inapplicable');
    const { judgements } = assess(session, checks, occasionOf(session, 'live', ''));
    expect(judgements.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  test('fails when it refuses what is due', async () => {
    const states: DescribedStates = {
      'renewal-due': { by: 'user', email: 'due@contoso.example', password: user.password },
    };
    const refusing: Departure = {
      on: 'renew',
      answer: { as: 'fault', subcode: 'Authorization', errorType: 'NotEligibleToRenew' },
    };
    const session = await runRenewals({ certificates, states, departures: [refusing] });
    expect(judgementOf(session, 'answer')).toMatchObject({
      outcome: 'failed',
      findings: [
        expect.objectContaining({
          impact: expect.objectContaining({ hresult: '0x80180016' }) as unknown,
        }),
      ],
    });
  });

  test('may have refused a blocked device for coming too early: that is not taken for the right reason', async () => {
    const states: DescribedStates = {
      'renewal-due': { by: 'user', email: 'due@contoso.example', password: user.password },
      'not-eligible-to-renew': { by: 'user', email: 'early@contoso.example', password: user.password },
    };
    const session = await runRenewals({ certificates, states });
    expect(judgementOf(session, 'barred-device')).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringMatching(/^the server may have refused exchange \d+ because it came too early$/) as string,
    });
  });
});

test('a handler in the same process can be shown no certificate: nothing is sent, and all of renewal that the server offers stays open', async () => {
  const session = await runRenewals({ fetched: true });
  // Where no certificate is shown, no session is held, and nothing is renewed behind it.
  const tried = withoutState.filter(({ id }) => id !== 'session-after-renewal');
  expect(renewalsIn(session).map(({ answer }) => answer)).toEqual(
    tried.map((): unknown => expect.objectContaining({ kind: 'broken', reason: 'unsupported' })),
  );
  expect(Object.keys(outcomesOf(session))).toEqual(['inconclusive', 'inapplicable']);
  expect(judgementOf(session, 'answer')?.reason).toMatch(
    /has no TLS for a client certificate, so this tool sent nothing$/,
  );
});

describe('the address of a renewal', () => {
  const elsewhere = 'https://renewal.contoso.example/EnrollmentServer/Discovery.svc';
  const naming = (url: string): Departure => ({
    on: 'issue',
    provisioning: {
      op: 'append',
      at: '//characteristic[@type="Renew"]',
      xml: `<parm name="ServerURL" value="${url}" datatype="string"/>`,
    },
  });
  const routed = (transport: Transport): Transport => {
    return (request) => transport({ ...request, url: request.url.replace('//renewal.', '//enterpriseenrollment.') });
  };
  const asked = (session: Session): string[] => [
    ...new Set(session.exchanges.map(({ request, label }) => `${label?.name ?? ''} ${request.url}`)),
  ];

  test('is found by Discover at ServerURL', async () => {
    const session = await runRenewals({ departures: [naming(elsewhere)], between: routed });
    expect(asked(session)).toContain(`discover-renewal ${elsewhere}`);
    expect(asked(session)).toContain(`renew-none ${origin}/EnrollmentServer/Enrollment.svc`);
    expect(judgementOf(session, 'answer')?.outcome).toBe('passed');
  });

  test('is that of the enrollment where nothing is discovered at ServerURL', async () => {
    const session = await runRenewals({
      departures: [naming('https://renewal.contoso.example/nothing')],
      between: routed,
    });
    expect(asked(session)).toContain('discover-renewal https://renewal.contoso.example/nothing');
    expect(asked(session)).toContain(`renew-none ${origin}/EnrollmentServer/Enrollment.svc`);
    expect(judgementOf(session, 'answer')?.outcome).toBe('passed');
  });

  test('is that of the enrollment where ServerURL is the address of discovery, or none that a device goes to', async () => {
    for (const url of [`${origin}/EnrollmentServer/Discovery.svc`, 'http://renewal.contoso.example/']) {
      const session = await runRenewals({ departures: [naming(url)] });
      expect(asked(session).filter((line) => line.startsWith('discover-renewal'))).toEqual([]);
      expect(judgementOf(session, 'answer')?.outcome).toBe('passed');
    }
  });
});

test('over TLS the certificate is shown in the handshake, and everything is judged', { timeout: 60_000 }, async () => {
  const session = await referenceSessionOverTls({ scenarios: renewing });
  expect(outcomesOf(session)).toEqual({ passed: renewalChecks.map(({ id }) => id.replace('renewal/', '')) });
  const shown = (request: HttpRequest): unknown => request.connection?.clientCertificate;
  for (const { request } of renewalsIn(session)) {
    expect(shown(request)).toEqual({ certificate: expect.stringMatching(/^-----BEGIN CERTIFICATE-----/) as string });
  }
});
