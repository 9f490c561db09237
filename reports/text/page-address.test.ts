import { expect, test } from 'vitest';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { renderSummary } from '../console/summary.ts';
import { page } from '../html/page.ts';
import { markdown } from '../markdown/markdown.ts';
import { sarif } from '../sarif/sarif.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { pageAddress, pagePath } from './page-address.ts';

const homepage = 'https://docs.example.test/mde/';
const address = 'https://docs.example.test/mde/checks/discovery/auth-policy.html';
const published: Results = { ...everyOutcome, tool: { ...everyOutcome.tool, homepage } };

test('a check and a requirement have a page below the address of the site, with and without a slash at its end', () => {
  expect(pageAddress(homepage, 'checks', 'discovery/auth-policy')).toBe(address);
  expect(pageAddress('https://docs.example.test', 'requirements', 'PROV-05')).toBe(
    'https://docs.example.test/requirements/PROV-05.html',
  );
});

test('an id cannot leave its place', () => {
  expect(pagePath('checks', 'a b/"><script>')).toBe('checks/a%20b/%22%3E%3Cscript%3E.html');
});

test.each([
  undefined,
  '',
  'http://docs.example.test',
  'javascript:alert(1)',
  'https://code.example.test/project#readme',
  'https://docs.example.test/?page=',
  'https://docs.example.test/"onclick="x',
])('where the site is %j, there is no page', (place) => {
  expect(pageAddress(place, 'checks', 'discovery/auth-policy')).toBeUndefined();
});

const shown: readonly (readonly [format: string, text: (results: Results) => string, link: string])[] = [
  ['SARIF', (results) => sarif.render(results, everyOutcomeEvidence), `"helpUri": "${address}"`],
  ['the page', (results) => page.render(results, everyOutcomeEvidence), `href="${address}"`],
  ['Markdown', (results) => markdown.render(results, everyOutcomeEvidence), `](${address})`],
  ['the terminal', (results) => renderSummary(results, { colour: false, width: 200 }), address],
];

test.each(shown)('%s links a failed check to its page, and to nothing while there is no address', (_, text, link) => {
  expect(text(published)).toContain(link);
  const unpublished = text(everyOutcome);
  expect(unpublished).not.toContain('helpUri');
  expect(unpublished).not.toContain('auth-policy.html');
});
