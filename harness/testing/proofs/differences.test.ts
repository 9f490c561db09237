import { describe, expect, test } from 'vitest';
import { differencesIn } from './differences.ts';
import { generatedPaths } from './generated-paths.ts';
import { writeKillRows } from './kill-row.ts';
import { writePassRows } from './pass-row.ts';
import type { PassRow } from './pass-row.ts';
import type { KillRow } from './kill-row.ts';

const row = (counterexample: string, ...fails: string[]): KillRow => ({ counterexample, name: 'a defect', fails });

describe('a generated file that is', () => {
  test('equal has no differences', () => {
    expect(differencesIn('a.txt', 'text\n', 'text\n')).toEqual([]);
  });

  test('absent says so', () => {
    expect(differencesIn('a.txt', undefined, 'text\n')).toEqual(['it does not exist']);
  });

  test('changed shows its first line that is', () => {
    expect(differencesIn('a.txt', 'one\ntwo\n', 'one\n2\n')).toEqual(['line 2 is "two" and has to be "2"']);
  });

  test('too long shows the first line too many', () => {
    expect(differencesIn('a.txt', 'one\ntwo', 'one')).toEqual(['line 2 is "two" and has to be ""']);
  });
});

test('the kill matrix names the counterexamples whose rows differ, and how', () => {
  const committed = [row('a/b:0', 'a/b', 'a/c'), row('a/b:1', 'a/b'), row('a/b:2', 'a/b')];
  const made = [row('a/b:0', 'a/b', 'a/d'), { ...row('a/b:1', 'a/b'), name: 'another' }, row('a/b:3', 'a/b')];
  expect(differencesIn(generatedPaths.killMatrix, writeKillRows(committed), writeKillRows(made))).toEqual([
    'a/b:0 (a defect) now fails a/d, no longer fails a/c',
    'a/b:1 (a defect) is called "another"',
    'a/b:3 (a defect) is new',
    'a/b:2 (a defect) is gone',
  ]);
});

test('a matrix that differs in its spaces is written otherwise', () => {
  const rows = [row('a/b:0', 'a/b')];
  expect(differencesIn(generatedPaths.killMatrix, JSON.stringify(rows), writeKillRows(rows))).toEqual([
    'it is written otherwise',
  ]);
});

test('the pass matrix names the servers whose rows differ, and how', () => {
  const of = (server: string, passed: number): PassRow => ({
    server,
    because: 'X',
    passed,
    inapplicable: 0,
    undriven: 0,
  });
  const committed = [of('a: is one', 1), of('a: is two', 1), of('a: is three', 1)];
  const made = [of('a: is one', 1), { ...of('a: is two', 2), advice: { 'a/b': 'y' } }, of('a: is new', 1)];
  expect(differencesIn(generatedPaths.passMatrix, writePassRows(committed), writePassRows(made))).toEqual([
    'a: is two: passed is 2 and was 1, advice is {"a/b":"y"} and was nothing',
    'a: is new is new',
    'a: is three is gone',
  ]);
});

test('the digests of a session name the exchange', () => {
  const committed = 'session 1\na/b/1-probe request 1 answer 1\na/b/2-gone request 1 answer 1\n';
  const made = 'session 2\na/b/1-probe request 1 answer 2\na/b/3-new request 1 answer 1\n';
  expect(differencesIn(generatedPaths.digests, committed, made)).toEqual([
    'the session differs',
    'the answer of a/b/1-probe differs',
    'the request of a/b/3-new is new',
    'the answer of a/b/3-new is new',
    'the request of a/b/2-gone is gone',
    'the answer of a/b/2-gone is gone',
  ]);
});
