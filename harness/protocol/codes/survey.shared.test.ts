import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFolder } from '../../testing/shared-folder.ts';
import type { Party } from '../faults/fault-entry.ts';
import { formatHresult } from '../faults/hresult.ts';
import { events } from './events.ts';
import { lookupFault } from './lookup.ts';

const text = readFileSync(path.join(sharedFolder, 'protocol', 'codes-and-logs.md'), 'utf8');

const parties: Readonly<Record<string, readonly Party[]>> = {
  srv: ['server'],
  cert: ['certificate'],
  net: ['network'],
  dev: ['device'],
  usr: ['user'],
  idp: ['identity provider'],
  adm: ['administrator'],
};

/** The rows of a section of the survey, as cells. */
function rowsOf(section: string): readonly (readonly string[])[] {
  const from = text.indexOf(`\n## ${section} `);
  const until = text.slice(from + 1).search(/\n#+ /);
  const lines = text.slice(from + 1, from + 1 + until).split('\n');
  return lines
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')));
}

/** The numbers of a cell such as `80190001-07`, `8018001B, 1C, 1D` or `8019012D, 12E`: a shorter one repeats the digits before it. */
function numbersIn(cell: string, base: number): readonly number[] {
  const digits = base === 16 ? /[0-9A-F]{2,8}/g : /\d{5}/g;
  let before = '';
  let last = 0;
  const found: number[] = [];
  const plain = cell.replaceAll(/\([^)]*\)|[*]| in .*/g, '');
  for (const [token] of plain.matchAll(/[0-9A-F]{2,8}(?:-[0-9A-F]{2,8})?/g)) {
    const [first = '', end] = [...token.matchAll(digits)].map(([digit]) => digit);
    const whole = (part: string): string => before.slice(0, Math.max(0, before.length - part.length)) + part;
    before = whole(first);
    last = Number.parseInt(before, base);
    const until = end === undefined ? last : Number.parseInt(whole(end), base);
    for (let number = last; number <= until; number++) found.push(number);
  }
  return found;
}

/** `srv/net: capture the body` names the server and the network; undefined where the survey names nobody. */
function whoIn(cell: string): readonly Party[] | undefined {
  const [head = ''] = cell.split(/[:;,( ]/);
  const named = head.split('/').map((word) => parties[word]);
  return named.every((party) => party !== undefined) ? named.flat() : undefined;
}

const sections: readonly (readonly [section: string, codes: number, who: number | undefined])[] = [
  ['1.1', 46, 3],
  ['1.2', 15, undefined],
  ['1.3', 31, 3],
  ['1.4', 66, 4],
  ['1.5', 64, -1],
  ['1.6', 101, -1],
  ['1.7', 58, undefined],
  ['1.8', 55, undefined],
];

describe.for(sections)('section %s', ([section, count, who]) => {
  const winhttp = section === '1.4';
  const rows = rowsOf(section).map((cells) => ({
    numbers: numbersIn(cells[0] ?? '', winhttp ? 10 : 16).map((number) => (winhttp ? 0x80070000 + number : number)),
    who: who === undefined ? undefined : whoIn(cells.at(who) ?? ''),
  }));

  test('has every code in the table', () => {
    const numbers = rows.flatMap((row) => row.numbers);
    expect(numbers.filter((number) => lookupFault(formatHresult(number)).length === 0).map(formatHresult)).toEqual([]);
    expect(numbers).toHaveLength(count);
  });

  test.runIf(who !== undefined)('says who acts as the table does', () => {
    const differing = rows.flatMap(({ numbers, who: named }) =>
      numbers.flatMap((number) => {
        const [entry] = lookupFault(formatHresult(number));
        const expected = number === 0xc1036501 ? ['administrator'] : named;
        if (expected === undefined)
          return entry?.who.length === 1 && /^no/.test(entry.who[0]) ? [] : [formatHresult(number)];
        return entry?.who.join() === expected.join()
          ? []
          : [`${formatHresult(number)} ${entry?.who.join()} ${expected.join()}`];
      }),
    );
    expect(differing).toEqual([]);
  });
});

test('every event of the survey is known', () => {
  const from = text.indexOf('\n# 2. Events');
  const lines = text.slice(from, text.indexOf('\n# 3. Files')).split('\n');
  const listed = lines
    .filter((line) => /^\| [*\d]/.test(line))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/(\d+)(?:-(\d+))?/g)])
    .flatMap(([, first = '', end = first]) =>
      Array.from({ length: Number(end) - Number(first) + 1 }, (_, index) => Number(first) + index),
    );
  const known = new Set(events.map(({ id }) => id));
  expect(listed.filter((id) => !known.has(id))).toEqual([]);
  expect(listed).toHaveLength(161);
});
