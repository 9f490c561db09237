import { describe, expect, test } from 'vitest';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Results } from '../../engine/verdict/results.ts';
import type { Session, Transport } from '../../wire/exchange/exchange.ts';
import { recordReference, referenceSession, referenceSessionOverTls } from '../reference-run.ts';
import { assess } from '../../app/assess.ts';
import { checks } from '../../../suites/index.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { occasionOf } from '../../app/stored-session.ts';

/** A dozen scenarios from the first enrollment to the wrong password, however many there are: many are alike, and some are driven alone. */
const driven = scenarios.filter(({ way, isSimultaneous }) => way === undefined && isSimultaneous !== true);
const together = driven.filter(({ id, alone }) => alone !== true && id !== 'large-request');
const stride = Math.ceil(together.length / 10);
const chosen = new Set(together.filter((_, index) => index % stride === 0 || index < 3));
const plan = driven.filter((scenario) => chosen.has(scenario) || scenario.id === 'wrong-password');

/** What two runs of one server must have in common: every judgement with its exchanges, findings and reasons. */
function judged(session: Session): Pick<Results, 'verdict' | 'because' | 'judgements'> {
  const { verdict, because, judgements } = assess(session, checks, occasionOf(session, 'live', ''));
  return { verdict, because, judgements };
}

/** What was asked by whom, in the order of the session. */
function asked({ exchanges }: Session): string[] {
  return exchanges.map(
    ({ index, request, label }) => `${index} ${label?.scenario ?? ''}/${label?.name ?? ''} ${request.url}`,
  );
}

/** Lets answers overtake each other: each third one comes at once, the others after some turns of the event loop. */
function overtaking(transport: Transport): Transport {
  let count = 0;
  return async (request) => {
    count += 1;
    for (let turns = (count * 7) % 12; turns > 0 && count % 3 !== 0; turns -= 1) await new Promise(setImmediate);
    return await transport(request);
  };
}

/** How many requests were under way at once. */
function counting(): { readonly between: (transport: Transport) => Transport; readonly peak: () => number } {
  let running = 0;
  let peak = 0;
  return {
    peak: () => peak,
    between: (transport) => async (request) => {
      running += 1;
      peak = Math.max(peak, running);
      try {
        return await transport(request);
      } finally {
        running -= 1;
      }
    },
  };
}

const servers: Readonly<Record<string, readonly [concurrencies: readonly number[], departures: readonly Departure[]]>> =
  {
    'that conforms': [[8], []],
    'that fails in many places': [
      [8],
      [
        { on: 'issue', provisioning: { op: 'remove', at: '//parm[@name="PROVIDER-ID"]' } },
        { on: 'get-policies', xml: { op: 'set', at: '//x:minimalKeyLength', to: '1024' } },
        { on: 'issue fault', status: 429 },
      ],
    ],
    'that leads nowhere': [[8], [{ on: 'discover', xml: { op: 'remove', at: '//d:EnrollmentServiceUrl' } }]],
  };

describe('however many scenarios are driven side by side, the judgements, their exchanges and their order are the same', () => {
  for (const [name, [concurrencies, departures]] of Object.entries(servers)) {
    test(`at a server ${name}`, { timeout: 120_000 }, async () => {
      const one = await referenceSession({ departures, scenarios: plan });
      for (const concurrency of concurrencies) {
        const { between, peak } = counting();
        const several = await referenceSession({
          departures,
          scenarios: plan,
          concurrency,
          between: (transport) => between(overtaking(transport)),
        });
        expect(peak()).toBe(concurrency);
        expect(asked(several)).toEqual(asked(one));
        expect(several.meta).toEqual(one.meta);
        expect(judged(several)).toEqual(judged(one));
      }
    });
  }

  test('over TLS', { timeout: 120_000 }, async () => {
    const [one, ...others] = await Promise.all(
      [1, 8].map(async (concurrency) => await referenceSessionOverTls({ concurrency, scenarios: plan })),
    );
    if (!one) throw new Error('nothing was recorded');
    for (const several of others) {
      expect(asked(several).map(portless)).toEqual(asked(one).map(portless));
      expect(judged(several)).toEqual(judged(one));
    }
    expect(judged(one).judgements.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });
});

test('one at a time is the golden session to the byte, again and again', { timeout: 180_000 }, async () => {
  const drives = scenarios.slice(0, 6);
  expect(await recordReference({ scenarios: drives })).toBe(await recordReference({ scenarios: drives }));
});

test('the wrong password is sent last, when everything else is over', async () => {
  const order: string[] = [];
  await recordReference({
    scenarios: scenarios.filter(({ effect, id }) => effect === 'read' || id === 'wrong-password'),
    concurrency: 8,
    between: (transport) => (request) => {
      order.push(Buffer.from(request.body).toString());
      return overtaking(transport)(request);
    },
  });
  const passwords = order.map((body) => body.includes('-wrong-'));
  const first = passwords.indexOf(true);
  expect(first).toBe(order.length - 3);
  expect(passwords.slice(first)).toEqual([true, true, false]);
});

function portless(text: string): string {
  return text.replace(/127\.0\.0\.1:\d+/, '127.0.0.1');
}
