import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { page as renderer } from './page.ts';
import { openReport, pagesOf, type OpenedReport } from './testing/open-page.ts';
import { brokenSample, cleanSample, type Sample } from './testing/sample-reports.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures of the page go, if somebody wants them. */
const pictures = process.env['MDE_PAGE_PICTURES'];

let broken: Sample;
let report: OpenedReport;
let fixture: OpenedReport;

beforeAll(async () => {
  broken = await brokenSample();
  report = await openReport(renderer.render(broken.results, broken.session));
  fixture = await openReport(renderer.render(everyOutcome, everyOutcomeEvidence));
  if (pictures !== undefined) await mkdir(pictures, { recursive: true });
}, 120_000);

afterAll(async () => {
  await report[Symbol.asyncDispose]();
  await fixture[Symbol.asyncDispose]();
});

const shown = (page: Page): Promise<string> => page.locator('#shown').innerText();
const fragmentOf = (page: Page): string => new URL(page.url()).hash;
const visible = (page: Page): Promise<number> => page.locator('[data-outcome]:not([hidden])').count();

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

describe('the script', () => {
  test('shows the tools, and asks for nothing', async () => {
    const { page, said } = await report.open();
    expect(await page.locator('#tools').isVisible()).toBe(true);
    expect(await shown(page)).toBe(
      `${broken.results.judgements.length} of ${broken.results.judgements.length} checks shown`,
    );
    expect(said).toEqual([]);
  });

  test('searches, and the address says for what', async () => {
    const { page } = await report.open();
    await page.locator('#search').fill('client certificate chains');
    await expect.poll(() => fragmentOf(page)).toBe('#?q=client+certificate+chains');
    expect(await page.locator('details.check:visible h4').allInnerTexts()).toContain(
      'The client certificate chains to a root that is delivered or already trusted',
    );
    expect(await visible(page)).toBeLessThan(20);
  });

  test.each([
    ['outcome', 'passed', 'outcome'],
    ['level', 'SHOULD', 'level'],
    ['must', 'security', 'must'],
    ['way', 'on-premise', 'way'],
    ['cause', 'provisioning/chain', 'cause'],
  ])('filters by %s', async (field, value, attribute) => {
    const { page } = await report.open();
    await page.locator(`select[data-field=${field}]`).selectOption(value);
    expect(fragmentOf(page)).toBe(`#?${new URLSearchParams({ [field]: value }).toString()}`);
    const all = await page.locator(`[data-outcome][data-${attribute}~="${value}"]`).count();
    expect(await visible(page)).toBe(all);
    expect(all).toBeGreaterThan(0);
    expect(all).toBeLessThan(broken.results.judgements.length);
  });

  test('filters by phase, hides the others, and is cleared', async () => {
    const { page } = await report.open();
    await page.locator('select[data-field=phase]').selectOption('policy');
    expect(await page.locator('.phase:visible').count()).toBe(1);
    await page.locator('#clear').click();
    expect(await visible(page)).toBe(broken.results.judgements.length);
    expect(fragmentOf(page)).toBe('');
  });

  test('shows only what failed, also of the devices', async () => {
    const { page } = await report.open();
    await page.getByRole('checkbox', { name: 'Only what failed', exact: true }).check();
    const { failed, errored } = broken.results.counts;
    expect(await visible(page)).toBe(failed + errored);
    expect(await page.locator('.device:visible').count()).toBe(await page.locator('.device.seen-in').count());
  });

  test('opens and closes everything', async () => {
    const { page } = await report.open();
    await page.locator('#open-all').click();
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(fragmentOf(page)).toBe('#?open=1');
    await page.getByRole('button', { name: 'Collapse all' }).click();
    expect(await page.locator('details[open]').count()).toBe(0);
  });

  test('copies the link of a cause and the command that repeats it', async () => {
    const { page } = await report.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const card = page.locator('.card').first();
    await card.getByRole('button', { name: 'Copy link' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/report\.html#cause\/provisioning\/chain$/);
    await card.getByRole('button', { name: 'Copy command' }).first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /^mde-conformance run https:\S+ --email user@contoso\.example --check \S+ --out repeated$/,
    );
  });

  test('does not run when a byte of it is changed', async () => {
    const text = renderer.render(broken.results, broken.session);
    await using changed = await openReport(text.replace('"use strict"', '"use strict" '));
    const { page, said } = await changed.open();
    expect(await page.locator('#tools').isVisible()).toBe(false);
    expect(said.join('\n')).toMatch(/Content Security Policy/);
  });
});

describe('without the script', () => {
  test('every check, every exchange and both views are there', async () => {
    const { page, said } = await report.open({ javaScriptEnabled: false }, '#exchange-3');
    expect(await page.locator('[id="exchange-3"]').isVisible()).toBe(true);
    expect(await page.locator('details.check').count()).toBeGreaterThan(100);
    expect(await page.locator('#tools, #print-now').filter({ visible: true }).count()).toBe(0);
    await page.getByLabel('Manager').check();
    expect(await page.getByRole('heading', { name: 'What is wrong' }).isVisible()).toBe(true);
    expect(await page.getByText('Means', { exact: true }).first().isVisible()).toBe(true);
    expect(said).toEqual([]);
  });

  test('the view of a manager has the verdict and the causes, and no protocol', async () => {
    const { page } = await report.open({ javaScriptEnabled: false });
    await page.getByLabel('Manager').check();
    expect(await page.getByText('Repeat', { exact: true }).first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Evidence' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'What was not tested, and why' }).isVisible()).toBe(true);
  });
});

describe('a page of hostile strings', () => {
  test('shows them as text and runs nothing', async () => {
    const { page, said } = await fixture.open();
    expect(await page.locator('b', { hasText: 'alert' }).count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('.card').first().innerText()).toContain('<script>alert("1")</script>');
    expect(said).toEqual([]);
  });

  test('of two megabytes in one line stays small, and as wide as the window', async () => {
    const long = 'x'.repeat(2_000_000);
    const [first, ...others] = everyOutcome.judgements.filter(({ outcome }) => outcome === 'failed');
    const [finding] = first?.findings ?? [];
    if (!first || !finding) throw new Error('the fixture has a failed check');
    const changed = { ...first, findings: [{ ...finding, message: long, actual: long, path: long }] };
    const causes = everyOutcome.causes.map((cause) => ({ ...cause, seen: long }));
    const text = renderer.render({ ...everyOutcome, causes, judgements: [changed, ...others] }, everyOutcomeEvidence);
    expect(text.length).toBeLessThan(500_000);
    await using opened = await openReport(text);
    const { page } = await opened.open({ viewport: { width: 320, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});

describe.each(['light', 'dark'] as const)('for readers, in %s', (colorScheme) => {
  test.each(['the run', 'the fixture'])('axe finds nothing with everything open: %s', async (which) => {
    const { page } = await (which === 'the run' ? report : fixture).open({ colorScheme }, '#?open=1');
    await page.evaluate(axe);
    const found = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    expect(
      found.violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]),
    ).toEqual([]);
  });
});

test.each([false, true])('a window of 320 pixels is wide enough, opened: %s', async (isOpen) => {
  const { page } = await report.open({ viewport: { width: 320, height: 800 } }, isOpen ? '#?open=1' : '');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  if (!isOpen) await picture(page, '320');
});

test('a keyboard reaches the findings first, and every table that scrolls', async () => {
  const { page } = await report.open();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Skip to the findings');
  expect(await page.locator('.scroll:not([tabindex="0"])').count()).toBe(0);
});

describe('on paper', () => {
  test('a run without failures has at most twelve pages, and two megabytes', { timeout: 600_000 }, async () => {
    const { results, session } = await cleanSample();
    const text = renderer.render(results, session);
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
    expect(results.counts.failed).toBe(0);
    await using clean = await openReport(text);
    const { page } = await clean.open({ javaScriptEnabled: false });
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(12);
    await picture(page, 'clean');
  });

  test('everything is there if that is wanted, without the script too', async () => {
    const { page } = await report.open({ javaScriptEnabled: false });
    const short = pagesOf(await page.pdf({ format: 'A4' }));
    await page.getByLabel('On paper').check();
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(2 * short);
  });
});

test.runIf(pictures !== undefined)('pictures of the page', async () => {
  const places = {
    first: 'header',
    cause: '#wrong',
    sequence: '.device',
    chain: '#chains',
    time: '#time',
    checks: '#checks',
  };
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await report.open({ colorScheme });
    for (const [name, selector] of Object.entries(places)) {
      await page.evaluate(
        `{ const place = document.querySelector(${JSON.stringify(selector)}); if (place.matches('details')) place.open = true; place.scrollIntoView(); }`,
      );
      await picture(page, `${name}-${colorScheme}`);
    }
  }
  const { page } = await report.open();
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'print');
  await page.pdf({ format: 'A4', path: path.join(pictures ?? '', 'report.pdf') });
});
