import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Results } from '../harness/engine/verdict/results.ts';
import type { Session } from '../harness/wire/exchange/exchange.ts';
import { renderers } from './index.ts';
import { countsReaders } from './testing/counts-in.ts';
import { everyOutcome, everyOutcomeEvidence } from './testing/every-outcome.ts';
import { waivedOutcome } from './testing/waived-outcome.ts';
import { rendered, renderedInAll } from './testing/rendered.ts';

const formats = Object.keys(renderers);

/** Those that are made for other tools; the page and `results.json` hold every text whole. */
const tamed = formats.filter((format) => format !== 'json' && format !== 'html');

describe.each(formats)('%s', (format) => {
  test('gives the same bytes for the same input, and changes neither', async () => {
    const before = JSON.stringify(everyOutcome);
    const first = await render(format, everyOutcome);
    expect(await render(format, structuredClone(everyOutcome))).toEqual(first);
    expect(JSON.stringify(everyOutcome)).toBe(before);
  });

  test('writes files that a manifest may list', async () => {
    for (const name of (await render(format, everyOutcome)).keys()) {
      expect(name).toMatch(/^(?:allure-results\/)?[\w.-]+$/u);
    }
  });
});

test.each(Object.keys(countsReaders))('%s counts as the verdict does', async (format) => {
  const { passed, failed, inapplicable, inconclusive, errored } = everyOutcome.counts;
  const counts = countsReaders[format]?.(await render(format, everyOutcome));
  expect(counts).toEqual({ passed, failed, inapplicable, inconclusive, errored });
});

test('formats that tell fewer outcomes apart count as the verdict does, too', async () => {
  const { passed, failed, failedMust, inapplicable, inconclusive, errored } = everyOutcome.counts;
  const earl = await textOf('earl');
  const cases = earl.split('"@type": "Assertion"').filter((one) => one.includes('"@type": "TestCase"'));
  const of = (outcome: string) => cases.filter((one) => one.includes(`"outcome": "earl:${outcome}"`)).length;
  expect([of('passed'), of('failed'), of('inapplicable'), of('cantTell'), cases.length]).toEqual([
    passed,
    failed,
    inapplicable,
    inconclusive + errored,
    everyOutcome.judgements.length,
  ]);
  const { predicate } = JSON.parse(await textOf('intoto')) as {
    readonly predicate: Readonly<Record<'passedTests' | 'warnedTests' | 'failedTests', readonly string[]>>;
  };
  const { passedTests, warnedTests, failedTests } = predicate;
  expect([passedTests.length, warnedTests.length, failedTests.length]).toEqual([
    passed,
    failed - failedMust,
    failedMust,
  ]);
  const scope = { ...everyOutcome.scope, limitedTo: [] };
  expect(await textOf('badge', { ...everyOutcome, scope, verdict: 'nonconformant' })).toContain(
    `${failedMust} MUST failed`,
  );
});

describe.each(tamed)('%s with hostile text', (format) => {
  test('has no character that controls, hides or reorders text', async () => {
    const text = `a\0\u0007\u001B[31mb \uD800 c\uDC00 \u202Ed \u200F \u2028 \uFEFF \uFFFE ]]> <x> = | \` @me #12 end`;
    const both = [
      ...(await rendered(format, withText(text), hostileSession(text))),
      ...(await rendered(format, withText(text, waivedOutcome), hostileSession(text))),
    ];
    for (const [name, content] of both) {
      expect(/(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\u2028\uFFFE]/u.exec(content)?.[0], name).toBeUndefined();
      expect(content, name).not.toMatch(/\\u(?:0000|001b|d800|202e|200f)/iu);
    }
  });

  test('cuts a value of two million characters', { timeout: 60_000 }, async () => {
    const text = 'x'.repeat(2_000_000);
    for (const [name, content] of await render(format, withLong(text))) {
      expect(content.length, name).toBeLessThan(300_000);
    }
  });
});

test('each golden sample belongs to a format', async () => {
  const names = [...(await renderedInAll(everyOutcome, everyOutcomeEvidence)).keys()];
  const folder = path.join(import.meta.dirname, 'samples');
  const others = new Set(['summary.txt', 'first-screens', 'older']);
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  const samples = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !others.has(name.split('/')[0] ?? ''));
  expect(samples.toSorted()).toEqual(names.toSorted());
});

function render(format: string, results: Results): Promise<ReadonlyMap<string, string>> {
  return rendered(format, results, everyOutcomeEvidence);
}

async function textOf(format: string, results: Results = everyOutcome): Promise<string> {
  return [...(await render(format, results)).values()].join('');
}

/** What a results document can hold a few words for only, and what ids are made of. */
const fixed = new Set([
  'outcome',
  'level',
  'verdict',
  'state',
  'way',
  'kind',
  'by',
  'must',
  'part',
  'damage',
  'basis',
  'check',
  'phase',
]);

/** The text in each field that may hold any. */
function withText(text: string, results: Results = everyOutcome): Results {
  return JSON.parse(JSON.stringify(results), (key, value: unknown) =>
    typeof value === 'string' && !fixed.has(key) ? text : value,
  ) as Results;
}

/** The text where a server can put it. */
function withLong(text: string): Results {
  const judgements = everyOutcome.judgements.map((judgement) => ({
    ...judgement,
    ...(judgement.reason === undefined ? {} : { reason: text }),
    findings: judgement.findings.map((finding) => ({
      ...finding,
      message: text,
      actual: text,
      expected: text,
      path: text,
    })),
  }));
  return { ...everyOutcome, because: text, judgements };
}

function hostileSession(text: string): Session {
  const exchanges = everyOutcomeEvidence.exchanges.map((exchange) => ({
    ...exchange,
    request: { ...exchange.request, headers: [['X-Text', text]] as const, body: new TextEncoder().encode(text) },
  }));
  return { ...everyOutcomeEvidence, exchanges };
}
