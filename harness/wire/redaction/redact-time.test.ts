import { expect, test } from 'vitest';
import { expectLinear } from '../../testing/expect-linear.ts';
import { exchangeWith } from '../testing/exchange.ts';
import { redact } from './redact.ts';
import { workFor, WorkSpent } from './work.ts';

const known = ['Kan4r1en<&"Vögel>9', 'aaaaaaaaaaaaaaaaaaaaaaab'];
const redacting = (body: string) => (): void => {
  redact({ exchanges: [exchangeWith({ response: body })], knownSecrets: known });
};

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
  expectLinear([64, 128, 256].map((kibibytes) => redacting(filled(piece, kibibytes * 1024 - 64))));
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
  expectLinear([1, 2, 4].map((megabytes) => redacting(filled(piece, megabytes * 1_000_000))));
});

test('the work of a text ends', () => {
  const work = workFor(10);
  expect(() => {
    for (;;) work.spend(100_000);
  }).toThrow(WorkSpent);
});
