import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { packageRoot } from '../../harness/package-root.ts';
import { pageScriptModule, pageScriptPath } from '../../scripts/build/page-script.ts';
import { page } from './page.ts';
import { pageScript } from './script/page-script.ts';

const text = page.render(everyOutcome, everyOutcomeEvidence);
const matches = (pattern: RegExp, within = text) => Array.from(within.matchAll(pattern), ([, found = '']) => found);
const ids = matches(/\sid="([^"]*)"/g);

test('nothing is loaded, and nothing runs but the script of the page', () => {
  const [script = '', ...others] = matches(/<script>([\s\S]*?)<\/script>/g);
  expect(others).toEqual([]);
  expect(script).toBe(pageScript);
  const rest = text.replace(`<script>${script}</script>`, '');
  expect(rest).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b/i);
  expect(rest).not.toMatch(/\s(?:src|style|on\w+)="/i);
  expect(matches(/\shref="([^#][^"]*)"/g, rest)).toEqual([]);
});

test('the policy allows exactly the style sheet and the script that are there', () => {
  const hashOf = (found = '') => createHash('sha256').update(found).digest('base64');
  const [sheet] = matches(/<style>([\s\S]*?)<\/style>/g);
  const [script] = matches(/<script>([\s\S]*?)<\/script>/g);
  expect(text).toContain(
    `default-src &#39;none&#39;; style-src &#39;sha256-${hashOf(sheet)}&#39;; script-src &#39;sha256-${hashOf(script)}&#39;; base-uri`,
  );
});

test('the script is the one that its sources make, without a way to run text', async () => {
  const module = await pageScriptModule();
  expect(readFileSync(path.join(packageRoot, pageScriptPath), 'utf8')).toBe(module);
  expect(pageScript).not.toMatch(
    /\beval\b|\bFunction\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|<\/script/i,
  );
});

test('every anchor is there once, and every link leads to one', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(matches(/\shref="#([^"]*)"/g).filter((target) => !ids.includes(target))).toEqual([]);
});

test('each check and each exchange has its anchor', () => {
  expect(ids).toEqual(expect.arrayContaining(everyOutcome.judgements.map(({ check }) => check)));
  expect(ids).toEqual(expect.arrayContaining(everyOutcomeEvidence.exchanges.map(({ index }) => `exchange-${index}`)));
});

test('no heading skips a level', () => {
  const levels = matches(/<h([1-6])\b/g).map(Number);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
});

test('every cell that heads a row or column says which', () => {
  expect(text).not.toMatch(/<th(?![^>]*\sscope=)[\s>]/);
});

test('a finding that points at an exchange which is not in the session is still shown', () => {
  const alone = page.render(everyOutcome, { exchanges: [] });
  expect(alone).toContain('The session has no exchange.');
  expect(alone).toContain('AuthPolicy is &#34;Password&#34;');
});

test('a run of 300 checks and 250 exchanges stays below 2 MB', () => {
  const [results, session] = large(300, 250);
  expect(Buffer.byteLength(page.render(results, session))).toBeLessThan(2_000_000);
});

function large(checks: number, size: number): [Results, Session] {
  const { judgements } = everyOutcome;
  const { exchanges } = everyOutcomeEvidence;
  const all = Array.from({ length: size }, (_, index) => index);
  return [
    {
      ...everyOutcome,
      judgements: Array.from({ length: checks }, (_, index) => ({
        ...at(judgements, index),
        check: `phase/check-${index}`,
        exchanges: all,
      })),
    },
    { exchanges: all.map((index) => ({ ...at(exchanges, index), index })) },
  ];
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('the fixture is empty');
  return item;
}
