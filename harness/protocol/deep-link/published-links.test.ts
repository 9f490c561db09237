import { expect, test } from 'vitest';
import { readPage } from '../html/read-page.ts';
import { publishedLinks } from './published-links.ts';

const linksOf = (html: string, locations: readonly string[] = []) =>
  publishedLinks(readPage(Buffer.from(html), 'text/html', 'https://mdm.example/enroll'), locations);
const link = 'ms-device-enrollment:?mode=mdm';

test.for([
  ['an element that a user clicks', `<a href=" ${link} ">Enroll</a>`],
  ['a part of an image', `<map><area href="${link}"></map>`],
  ['a scheme in capitals', `<a href='${link.replace('ms-', 'MS-')}'>`],
  ['a page that leads on', `<meta http-equiv=refresh content="0; url=${link}">`],
] as const)('%s publishes a link', ([, html]) => {
  expect(linksOf(html).map(({ link: { mode, defects } }) => [mode, defects])).toEqual([['mdm', []]]);
});

test('a redirect publishes a link', () => {
  expect(linksOf('', [link]).map(({ text }) => text)).toEqual([link]);
});

test.for([
  `<p>${link}</p>`,
  `<script>location = "${link}";</script>`,
  `<a title="${link}">`,
  '<a href="https://mdm.example/?to=ms-device-enrollment:">',
])('%s publishes none', (html) => {
  expect(linksOf(html)).toEqual([]);
});

test.for([
  ['mode=mdm&username=a@b.example', [], 'mode=mdm&username=a@b.example'],
  ['mode=mdm&copy=1', [], 'mode=mdm&copy=1'],
  ['mode=mdm&para', ['&para'], 'mode=mdm\u00b6'],
  ['mode=mdm&reg-1', ['&reg'], 'mode=mdm\u00ae-1'],
  ['mode=mdm&#61', ['&#61'], 'mode=mdm='],
  ['mode=mdm&amp;x=1', [], 'mode=mdm&x=1'],
  ['mode=mdm&amp', [], 'mode=mdm&'],
  ['mode&#x3D;mdm', [], 'mode=mdm'],
] as const)('a browser reads %s', ([query, swallowed, read]) => {
  const [found] = linksOf(`<a href="ms-device-enrollment:?${query}">`);
  expect(found).toMatchObject({ swallowed, text: `ms-device-enrollment:?${read}` });
});
