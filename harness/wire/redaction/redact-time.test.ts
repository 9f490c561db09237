import { expect, test } from 'vitest';
import { exchangeWith } from '../testing/exchange.ts';
import { redact } from './redact.ts';
import { workFor, WorkSpent } from './work.ts';

const known = ['Kan4r1en<&"Vögel>9', 'aaaaaaaaaaaaaaaaaaaaaaab'];
/** What the clock and the rest of the machine add. */
const floorMs = 120;
const most = 12;
/** Four times the length may cost so much, 2.5 for each doubling: what grows with its square costs sixteen times as much. */
const allowed = 6.25;

/** The time for a body, in milliseconds; the processor time of this thread is told by newer versions of Node only. */
function costOf(body: string): number {
  const before = performance.now();
  redact({ exchanges: [exchangeWith({ response: body })], knownSecrets: known });
  return performance.now() - before;
}

/**
 * The last body is four times as long as the first, with one between them. The least cost of each counts, and what the rest of the machine
 * adds is measured away: they are measured again, in turn, until the costs are linear, at most twelve times. What grows with the square
 * never is.
 */
function expectLinear(bodies: readonly string[]): void {
  const costs = bodies.map(() => Number.POSITIVE_INFINITY);
  const limit = (): number => Math.max(floorMs, costs[0] ?? 0) * allowed;
  for (let round = 0; round < most; round += 1) {
    for (const [index, body] of bodies.entries()) costs[index] = Math.min(costs[index] ?? 0, costOf(body));
    if ((costs.at(-1) ?? 0) < limit()) break;
  }
  expect(costs.at(-1)).toBeLessThan(limit());
}

/** Fills a body: what grows in each piece, such as zeros, makes the pieces unlike. */
function filled(piece: string, size: number): string {
  if (!piece.includes('…')) return piece.repeat(Math.ceil(size / piece.length));
  let text = '';
  for (let count = 1; text.length < size; count = (count % 30) + 1) text += piece.replace('…', '0'.repeat(count));
  return text;
}

const pieces = [
  'value=&#0…34;',
  '&amp;amp;amp;',
  '&token=a',
  '<BinarySecurityToken><Body>',
  'AAuthSecret</LocURI>',
  'AAuthSecret</LocURI><Data>',
  '<Password><![CDATA[',
  '<Password><!--',
  '<Password>a<?',
  'name="pwd" value=\'',
  'name="pwd"',
  'value="',
  '"token":"',
  'eyJaaaaaaaa.',
  'https://a:b',
  '%2525',
  '\\u0026',
  'aaaaaaaaaaaa',
  'Kan4<!-- -->',
  'Kan4\0',
  'QUJDRGFiY2Rl',
  '4b 61 6e ',
  'name="AAUTHSECRET" value="a"',
];

test.each(pieces)('a message full of %j costs no more than its length', (piece) => {
  expectLinear([64, 128, 256].map((kibibytes) => filled(piece, kibibytes * 1024 - 64)));
});

/** In what is no message, only known secrets are looked for. */
const opaquePieces = [
  'value=&#0…34;',
  '&amp;amp;amp;',
  '%2525',
  'aaaaaaaaaaaa',
  'Kan4<!-- -->',
  'Kan4\0',
  'QUJDRGFiY2Rl',
];

test.each(opaquePieces)('a body full of %j that is no message costs no more than its length', (piece) => {
  expectLinear([1, 2, 4].map((megabytes) => filled(piece, megabytes * 1_000_000)));
});

test('the work of a text ends', () => {
  const work = workFor(10);
  expect(() => {
    for (;;) work.spend(100_000);
  }).toThrow(WorkSpent);
});
