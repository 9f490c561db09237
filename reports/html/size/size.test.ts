import { expect, test } from 'vitest';
import type { Cause } from '../../../harness/engine/verdict/cause.ts';
import type { Finding, Judgement, Results } from '../../../harness/engine/verdict/results.ts';
import type { Exchange, Session } from '../../../harness/wire/exchange/exchange.ts';
import { everyOutcome, everyOutcomeEvidence } from '../../testing/every-outcome.ts';
import { page } from '../page.ts';

const [someExchange] = everyOutcomeEvidence.exchanges;
const [someNote] = everyOutcome.exchanges;
const [someCause] = everyOutcome.causes;
const someFailed = everyOutcome.judgements.find(({ outcome, level }) => outcome === 'failed' && level === 'MUST');
const somePassed = everyOutcome.judgements.find(({ outcome }) => outcome === 'passed');
if (!someExchange || !someNote || !someCause || !someFailed || !somePassed)
  throw new Error('the fixture has all of them');
const [exchange, note, cause, failed, passed] = [someExchange, someNote, someCause, someFailed, somePassed];

const limit = 5_000_000;
const list = <T>(length: number, write: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => write(index));
const found = (message: string, index: number): Finding => ({ message, exchange: index, part: 'body' });

interface Shape {
  readonly exchanges: number;
  readonly devices?: number;
  readonly judgements?: readonly Judgement[];
  readonly causes?: readonly Cause[];
  readonly edit?: (exchange: Exchange) => Exchange;
}

function pageOf({ exchanges, devices = 1, judgements = [], causes = [], edit = (some) => some }: Shape): string {
  const label = (index: number) => ({
    scenario: 's',
    name: 'n',
    flow: `device ${index % devices}`,
    step: 0,
    deviations: [],
  });
  const session: Session = {
    exchanges: list(exchanges, (index) => edit({ ...exchange, index, label: label(index) })),
  };
  const results: Results = {
    ...everyOutcome,
    refusals: [],
    ways: [],
    judgements,
    causes,
    exchanges: list(exchanges, (index) => ({ ...note, index })),
  };
  const text = page.render(results, session);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  return text;
}

const cutsIn = (text: string): readonly string[] => {
  const [, section = ''] = /<h2 id="cut">([^]*?)<\/section>/.exec(text) ?? [];
  return Array.from(section.matchAll(/<li>([^<]*)<\/li>/g), ([, item = '']) => item);
};

function expectWhole(text: string): void {
  const ids = Array.from(text.matchAll(/\sid="([^"]*)"/g), ([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = Array.from(text.matchAll(/\shref="#([^"]*)"/g), ([, target]) => target);
  const there = new Set(ids);
  expect(targets.filter((target) => !there.has(target))).toEqual([]);
  expect(text).toContain(`<div class="verdict ${everyOutcome.verdict}">`);
}

test('a small report leaves nothing out, and says nothing of it', () => {
  const text = pageOf({ exchanges: 50, judgements: [passed] });
  expect(cutsIn(text)).toEqual([]);
  expect(text).not.toContain('Not everything stands on this page');
});

test.each([
  ['one device', 1],
  ['20 000 devices', 20_000],
])(
  '20 000 exchanges of %s: what is missing is counted, an exchange with a finding stays',
  { timeout: 120_000 },
  (_, devices) => {
    const judgement = { ...failed, exchanges: [19_990], findings: [found('the last one is wrong', 19_990)] };
    const text = pageOf({
      exchanges: 20_000,
      devices,
      judgements: [judgement],
      causes: [{ ...cause, checks: [failed.check], exchange: 19_990 }],
    });
    expect(text).toContain('id="exchange-19990"');
    expect(text).toContain('Not everything stands on this page');
    const [rows = ''] = cutsIn(text).filter((cut) => cut.includes('rows of exchanges'));
    const rowsThere =
      text.match(/<tr(?: id="exchange-\d+")?><th scope="row">(?:<a href="#exchange-\d+">)?\d/g)?.length ?? 0;
    expect(rows).toBe(`${20_000 - rowsThere} of 20000 rows of exchanges: see session.har.`);
    expectWhole(text);
  },
);

test('1 000 failed checks: each cause and the first finding of each failed MUST stay', { timeout: 120_000 }, () => {
  const judgements = list(1000, (index) => ({
    ...failed,
    check: `phase/check-${index}`,
    findings: list(10, (number) => found(`${index} has "${number}" ${'"'.repeat(5000)}`, index)),
  }));
  const causes = judgements.map(({ check }, index): Cause => ({
    ...cause,
    id: `cause-${index}`,
    headline: `cause ${index}`,
    checks: [check],
    seen: '"'.repeat(5000),
    exchange: index,
  }));
  const text = pageOf({ exchanges: 1000, devices: 50, judgements, causes });
  expect(list(1000, (index) => index).filter((index) => !text.includes(`>cause ${index}<`))).toEqual([]);
  expect(list(1000, (index) => index).filter((index) => !text.includes(`${index} has &#34;0&#34;`))).toEqual([]);
  expect(cutsIn(text).join(' ')).toMatch(/9000 of 10000 findings/);
  expectWhole(text);
});

test('4 000 failed checks among 6 000 that passed: the failed ones stay', { timeout: 120_000 }, () => {
  const judgements = list(10_000, (index) => ({ ...(index < 4000 ? failed : passed), check: `phase/check-${index}` }));
  const text = pageOf({ exchanges: 10, judgements });
  const ids = new Set(Array.from(text.matchAll(/\sid="phase\/check-(\d+)"/g), ([, index]) => Number(index)));
  expect(list(4000, (index) => index).filter((index) => !ids.has(index))).toEqual([]);
  expect(cutsIn(text).join(' ')).toContain('6000 checks that are no failed MUST: see results.json.');
});

test('messages that double when they are escaped are left out from the least needed on', { timeout: 120_000 }, () => {
  const quotes = new Uint8Array(4 * 1024 * 1024).fill('"'.charCodeAt(0));
  const judgements = list(40, (index) => ({
    ...failed,
    check: `phase/check-${index}`,
    findings: [found('wrong', index)],
  }));
  const text = pageOf({
    exchanges: 40,
    judgements,
    causes: [{ ...cause, checks: ['phase/check-0'], exchange: 0 }],
    edit: (some) => {
      const body = Uint8Array.from(quotes);
      body[some.index] = 'a'.charCodeAt(0);
      const headers = list(500, (index) => [`x-${index}`, '<'.repeat(100)] as const);
      return { ...some, request: { ...some.request, body, headers } };
    },
  });
  expect(text).toContain('<div class="inside" id="exchange-0">');
  expect(text).toContain('400 more header fields: see session.har');
  expect(cutsIn(text).join(' ')).toMatch(/\d+ of \d+ exchanges that would be shown whole: see session\.har/);
  expectWhole(text);
});

test('names of devices that a recording brings are as long as it likes', { timeout: 120_000 }, () => {
  const text = pageOf({
    exchanges: 200,
    edit: (some) => ({
      ...some,
      label: {
        scenario: 'x'.repeat(30_000),
        name: 'n',
        flow: `${'<'.repeat(100_000)}${some.index}`,
        step: 0,
        deviations: [],
      },
    }),
  });

  expectWhole(text);
});
