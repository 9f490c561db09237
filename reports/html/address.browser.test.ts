import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { page as renderer } from './page.ts';
import { openReport, type OpenedReport } from './testing/open-page.ts';
import { brokenSample, type Sample } from './testing/sample-reports.ts';

let broken: Sample;
let report: OpenedReport;
let fixture: OpenedReport;

beforeAll(async () => {
  broken = await brokenSample();
  report = await openReport(renderer.render(broken.results, broken.session));
  fixture = await openReport(renderer.render(everyOutcome, everyOutcomeEvidence));
}, 120_000);

afterAll(async () => {
  await report[Symbol.asyncDispose]();
  await fixture[Symbol.asyncDispose]();
});

const shown = (page: Page): Promise<string> => page.locator('#shown').innerText();
const fragmentOf = (page: Page): string => new URL(page.url()).hash;
const visible = (page: Page): Promise<number> => page.locator('[data-outcome]:not([hidden])').count();

describe('an address', () => {
  test('restores what an address says, and shows a place that it hides all the same', async () => {
    const { page } = await report.open({}, '#?q=thumbprint&level=MUST&view=manager');
    expect(await page.locator('#search').inputValue()).toBe('thumbprint');
    expect(await page.locator('select[data-field=level]').inputValue()).toBe('MUST');
    expect(await page.locator('#view-manager').isChecked()).toBe(true);
    await page.evaluate(`location.hash = '#discovery/answer'`);
    await page.locator('[id="discovery/answer"]').waitFor();
    expect(fragmentOf(page)).toBe('#discovery/answer?q=thumbprint&level=MUST&view=manager');
    expect(await page.locator('#search').inputValue()).toBe('thumbprint');
    expect(await shown(page)).toMatch(/checks shown\. The choices hide the place that the address names/);
    expect(await page.locator('.shown-anyway [id="discovery/answer"]').isVisible()).toBe(true);
    await page.goBack();
    expect(fragmentOf(page)).toBe('#?q=thumbprint&level=MUST&view=manager');
    expect(await page.locator('[id="discovery/answer"]').isVisible()).toBe(false);
    expect(await shown(page)).not.toMatch(/hide the place/);
  });

  test('a number of the verdict leads to its checks, and the address has both', async () => {
    const { page } = await report.open();
    await page.locator('.verdict a', { hasText: / failed$/ }).click();
    await expect.poll(() => fragmentOf(page)).toBe('#checks?outcome=failed');
    expect(await visible(page)).toBe(broken.results.counts.failed);
    await page.goBack();
    await expect.poll(() => visible(page)).toBe(broken.results.judgements.length);
  });

  test('a link to a place with choices has both, for whoever opens it', async () => {
    const { page } = await report.open({}, '#discovery/answer?outcome=passed');
    expect(await page.locator('[id="discovery/answer"]').isVisible()).toBe(true);
    expect(await page.locator('select[data-field=outcome]').inputValue()).toBe('passed');
    expect(await shown(page)).not.toMatch(/hide the place/);
    await page.locator('select[data-field=level]').selectOption('MUST');
    expect(fragmentOf(page)).toBe('#discovery/answer?outcome=passed&level=MUST');
    await page.locator('#clear').click();
    expect(fragmentOf(page)).toBe('');
  });

  test.each(['#%', '#nothing', '#?', '#?q=%', '#x?y?z=1'])('the address %s does no harm', async (fragment) => {
    const { page, said } = await report.open({}, fragment);
    expect(await page.locator('#tools').isVisible()).toBe(true);
    expect(said).toEqual([]);
  });

  test.each([
    ['phase', 'policy', 'phases'],
    ['outcome', 'failed', 'outcomes'],
    ['cause', 'policy/renewal-period', 'causes'],
    ['way', 'on-premise', 'ways'],
  ])('devices follow the choice of %s, and the page says how many are hidden', async (field, value, attribute) => {
    const { page } = await report.open();
    await page.locator(`select[data-field=${field}]`).selectOption(value);
    const all = await page.locator('.device').count();
    const wanted = await page.locator(`.device[data-${attribute}~="${value}"]`).count();
    expect(wanted).toBeGreaterThan(0);
    expect(await page.locator('.device:visible').count()).toBe(wanted);
    const note = page.locator('#shown-devices');
    if (wanted === all) expect(await note.isVisible()).toBe(false);
    else expect(await note.innerText()).toContain(`${all - wanted} of ${all} devices are hidden`);
  });

  test('devices that a choice leaves none of are hidden, and counted', async () => {
    const { page } = await fixture.open({}, '#?phase=transport');
    const hidden = await page.locator('.device[hidden]').count();
    expect(hidden).toBeGreaterThan(0);
    expect(await page.locator('#shown-devices').innerText()).toMatch(
      new RegExp(`^${hidden} of \\d+ devices are hidden`),
    );
  });
});

describe('in the colours of the reader', () => {
  const styleOf = (page: Page, selector: string, name: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue('${name}')`);

  test('what colours told is told by edges, and pictures have the colour of text', async () => {
    const { page } = await report.open({ forcedColors: 'active' }, '#?open=1');
    const edges = [
      '.badge.passed',
      '.badge.failed',
      '.badge.inconclusive',
      '.chain .broken-link',
      '.card.failed',
      '.level',
    ];
    const styles = await Promise.all(edges.map((edge) => styleOf(page, edge, 'border-top-style')));
    expect(styles).toEqual(['solid', 'double', 'dashed', 'double', 'double', 'solid']);
    const ink = await styleOf(page, 'body', 'color');
    for (const picture of ['.sequence', '.timeline', 'svg .failed'])
      expect(await styleOf(page, picture, 'color')).toBe(ink);
    expect(await styleOf(page, '.sequence', 'background-color')).toBe(await styleOf(page, 'body', 'background-color'));
    await page.keyboard.press('Tab');
    expect(await styleOf(page, ':focus', 'outline-style')).toBe('solid');
  });
});
