import { expect, test } from 'vitest';
import { colours } from './colours.ts';
import { print } from './print.ts';

/** Every colour of a scheme by its name; those of paper stand in the rules for print. */
function palette(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(/--([\w-]+): (#[0-9a-f]{3,6})/g), ([, name = '', colour = '']) => [name, colour]),
  );
}

const [light = '', dark = ''] = colours.split('@media');
const schemes = { light: palette(light), dark: palette(dark), print: palette(print) };

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replaceAll(/./g, '$&$&') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(scheme: ReadonlyMap<string, string>, ink: string, paper: string): number {
  const [one, other] = [ink, paper].map((name) => luminance(scheme.get(name) ?? '#777')).toSorted((a, b) => b - a);
  return ((one ?? 0) + 0.05) / ((other ?? 0) + 0.05);
}

const tones = ['passed', 'failed', 'warned', 'inconclusive', 'errored', 'inapplicable'];
const papers = ['paper', 'sheet', 'inset'];

test.each(Object.entries(schemes))('every ink can be read on every paper, in pictures too (%s)', (_, scheme) => {
  const washed = tones.slice(0, 5).map((tone) => [tone, `${tone}-wash`] as const);
  const onWash = tones.slice(0, 5).flatMap((tone) => ['ink', 'soft'].map((ink) => [ink, `${tone}-wash`] as const));
  const plain = ['ink', 'soft', 'link', ...tones].flatMap((ink) => papers.map((paper) => [ink, paper] as const));
  const weak = [...plain, ...washed, ...onWash].filter(([ink, paper]) => contrast(scheme, ink, paper) < 4.5);
  expect(weak).toEqual([]);
  expect(scheme.size).toBeGreaterThan(15);
});

test.each(Object.entries(schemes))('the edges of controls and pictures can be seen (%s)', (_, scheme) => {
  expect(papers.filter((paper) => contrast(scheme, 'strong-line', paper) < 3)).toEqual([]);
});
