import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
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
  const found: number[] = [];
  const plain = cell.replaceAll(/\([^)]*\)|[*]| in .*/g, '');
  for (const [token] of plain.matchAll(/[0-9A-F]{2,8}(?:-[0-9A-F]{2,8})?/g)) {
    const [first = '', end] = [...token.matchAll(digits)].map(([digit]) => digit);
    const whole = (part: string): string => before.slice(0, Math.max(0, before.length - part.length)) + part;
    before = whole(first);
    const start = Number.parseInt(before, base);
    const until = end === undefined ? start : Number.parseInt(whole(end), base);
    for (let number = start; number <= until; number++) found.push(number);
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

/** The codes of each row of a section, with the parties that the row names, if its section names any. */
function surveyed(
  section: string,
  who: number | undefined,
): readonly { numbers: readonly number[]; named: string | undefined }[] {
  const isDecimal = section === '1.4';
  return rowsOf(section).map((cells) => ({
    numbers: numbersIn(cells[0] ?? '', isDecimal ? 10 : 16).map((number) => (isDecimal ? 0x80070000 + number : number)),
    named: who === undefined ? undefined : whoIn(cells.at(who) ?? '')?.join(),
  }));
}

test.for(sections)('section %s has every code in the table', ([section, count, who]) => {
  const numbers = surveyed(section, who).flatMap((row) => row.numbers);
  expect(numbers.filter((number) => lookupFault(formatHresult(number)).length === 0).map(formatHresult)).toEqual([]);
  expect(numbers).toHaveLength(count);
});

/** The survey names one code of a row apart from the others. */
const apart: ReadonlyMap<number, string> = new Map([[0xc1036501, 'administrator']]);

test.for(sections.filter(([, , who]) => who !== undefined))(
  'section %s says who acts as the table does',
  ([section, , who]) => {
    const rows = surveyed(section, who).flatMap(({ numbers, named }) =>
      numbers.map((number) => ({ code: formatHresult(number), who: apart.get(number) ?? named })),
    );
    const ours = rows.map(({ code, who: named }) => {
      const parties = lookupFault(code)[0]?.who.join();
      // A dash of the survey is "nobody" for a success, and "not known" for the rest.
      const isDash = named === undefined && (parties === 'nobody' || parties === 'not known');
      return { code, who: isDash ? undefined : parties };
    });
    expect(ours).toEqual(rows);
  },
);

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
