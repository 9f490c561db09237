import { describe, expect, test } from 'vitest';
import { assess } from '../../app/assess.ts';
import { occasionOf } from '../../app/stored-session.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { gapsIn } from '../../engine/verdict/gaps.ts';
import { httpResponse } from '../../reference-server/mount/reply.ts';
import type { Answer, Session, Transport } from '../../wire/exchange/exchange.ts';
import { checks } from '../../../suites/index.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { repeatedRequest } from '../../../suites/enrollment/scenarios/repeated-request.ts';
import { simultaneousEnrollment } from '../../../suites/enrollment/scenarios/simultaneous-enrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { httpMethods } from '../../../suites/robustness/scenarios/http-methods.ts';
import { simultaneousDiscovery } from '../../../suites/robustness/scenarios/simultaneous-discovery.ts';
import { referenceSession } from '../reference-run.ts';

const scenarios = [
  windowsEnrollment,
  repeatedRequest,
  simultaneousEnrollment,
  httpMethods,
  renewal,
  simultaneousDiscovery,
  wrongPassword,
];
const rate = 60;
const all = new Set(Array.from({ length: 1000 }, (_, index) => index));

/** Refuses the requests at these places, counted from 0, and asks to wait. */
function refusing(places: ReadonlySet<number>, retryAfter: string): (transport: Transport) => Transport {
  let place = -1;
  return (transport) => async (request) => {
    const answer = await transport(request);
    place += 1;
    return places.has(place) ? limited(retryAfter) : answer;
  };
}

function limited(retryAfter: string): Answer {
  return { kind: 'answered', response: httpResponse(429, [['Retry-After', retryAfter]], new Uint8Array()) };
}

function resultsOf(session: Session) {
  return assess(session, checks, occasionOf(session, 'live', ''));
}

const outcomesOf = (session: Session) =>
  new Map(resultsOf(session).judgements.map(({ check, outcome, reason }) => [check, reason ?? outcome] as const));

describe('a run with a rate', async () => {
  const plain = await referenceSession({ scenarios });
  const spaced = await referenceSession({ scenarios, rate });

  test('records it, and no two of its requests begin less than a second apart', () => {
    expect(spaced.meta?.rate).toBe(60);
    const times = spaced.exchanges.map(({ startedAt }) => Date.parse(startedAt));
    expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual(
      Array<number>(times.length - 1).fill(1000),
    );
    expect(spaced.exchanges.map(({ durationMs }) => durationMs)).toEqual(Array<number>(times.length).fill(0));
  });

  test('leaves open only what needs simultaneous requests', () => {
    const before = outcomesOf(plain);
    const changed = [...outcomesOf(spaced)].filter(([check, outcome]) => before.get(check) !== outcome);
    const because = 'because --rate 60 keeps requests apart, which have to be sent at the same time';
    expect(changed).toEqual([
      [
        'management/simultaneous-sessions',
        `the run got no variant of simultaneous-sessions of kind manage, ${because}`,
      ],
      [
        'robustness/simultaneous-requests',
        `the run got no variant of simultaneous-discovery of kind discover, ${because}`,
      ],
      [
        'robustness/simultaneous-enrollment',
        `the run got no variant of simultaneous-enrollment of kind issue, ${because}`,
      ],
    ]);
  });

  test('sends again what the server refuses for its limit, which changes no judgement and is no gap', async () => {
    const places = new Set([0, 2, 4, 6, 9, 12, 15, 20, 24, 27]);
    const session = await referenceSession({ scenarios, rate, between: refusing(places, '30') });
    const throttled = session.exchanges.filter(({ label }) => label?.throttled);
    expect(throttled.map(({ index }) => index)).toEqual([...places]);
    expect(session.exchanges).toHaveLength(spaced.exchanges.length + places.size);
    for (const { index, startedAt, label } of throttled) {
      const repeated = session.exchanges[index + 1];
      expect(repeated?.label).toMatchObject({ name: label?.name, flow: label?.flow, step: label?.step });
      expect(Date.parse(repeated?.startedAt ?? '') - Date.parse(startedAt)).toBe(30_000);
    }
    expect(outcomesOf(session)).toEqual(outcomesOf(spaced));
    const { verdict, because, refusals, exchanges } = resultsOf(session);
    const clean = resultsOf(spaced);
    expect([verdict, because, refusals]).toEqual([clean.verdict, clean.because, clean.refusals]);
    expect(exchanges[0]).toMatchObject({
      kind: 'throttled',
      summary: expect.stringMatching(
        /→ 429, HTTP 429, refused for a limit of the server and sent again later$/,
      ) as string,
    });
  });

  test('takes the second refusal of a request for its answer, and says what to do', async () => {
    const session = await referenceSession({ scenarios, rate, between: refusing(all, '1') });
    expect(session.exchanges.map(({ label }) => label?.throttled === true).slice(0, 4)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(resultsOf(session)).toMatchObject({
      verdict: 'incomplete',
      because: expect.stringMatching(/lift the limit for this machine, or run with a --rate below 60/) as string,
    });
  });
});

test('without a rate a refusal for a limit is the answer, and the run says that there is --rate', async () => {
  const session = await referenceSession({ scenarios: [windowsEnrollment], between: refusing(new Set([1]), '1') });
  expect(session.exchanges.map(({ label }) => label?.throttled)).toEqual(session.exchanges.map(() => undefined));
  expect(resultsOf(session).because).toMatch(
    /HTTP 429.*: the server limits .*, or run with --rate, which keeps to it$/,
  );
});

describe('who marks an exchange as throttled does not hide it', async () => {
  const session = await referenceSession({
    scenarios: [windowsEnrollment],
    rate,
    between: refusing(new Set([1]), '0'),
  });

  test('if its answer asks for no wait', () => {
    const marked = edited(session, 3, (label) => ({ ...label, throttled: true }));
    const because = resultsOf(marked).because;
    expect(because).toMatch(/exchange 3 is marked as throttled, but its answer is no 429 or 503 with Retry-After/);
    expect(resultsOf(marked).exitCode).toBe(5);
  });

  test('if the run had no rate', () => {
    const { meta } = session;
    if (!meta) throw new Error('the session lacks what its run knew');
    const { rate, ...others } = meta;
    expect(rate).toBe(60);
    expect(resultsOf({ ...session, meta: others })).toMatchObject({
      exitCode: 5,
      because: expect.stringMatching(
        /exchange 1 is marked as throttled, but the run had no limit of requests/,
      ) as string,
    });
  });

  test('if nothing repeats it', () => {
    const { exchanges } = edited(session, 2, (label) => ({ ...label, flow: 'another' }));
    using dossier = openDossier({ ...session, exchanges });
    const gap = 'the session holds no repetition of exchange 1, which the server wanted later';
    expect(gapsIn(dossier, [], new Set())).toContain(gap);
  });
});

function edited(
  session: Session,
  place: number,
  edit: (label: NonNullable<Session['exchanges'][number]['label']>) => Session['exchanges'][number]['label'],
): Session {
  return {
    ...session,
    exchanges: session.exchanges.map((exchange, index) => {
      const label = index === place && exchange.label ? edit(exchange.label) : exchange.label;
      return { ...exchange, ...(label ? { label } : {}) };
    }),
  };
}
