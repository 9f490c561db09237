import { expect } from 'vitest';
import { outFolder, resultsOf } from './aftermath.ts';
import type { Aftermath } from './aftermath.ts';
import type { Holds } from './behaviour.ts';
import { leaksIn } from './canary.ts';
import { script } from './script.ts';

/** Characters that control a terminal, or that hide or reorder text. */
const controlling = /[\p{Cf}\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;

/** Holds an aftermath against what every row demands, and then against what its own row does. */
export function expectHeld(aftermath: Aftermath, holds: Holds): void {
  const { code, out, err, files, trapped } = aftermath;
  expect(trapped).toEqual([]);
  expect([...files.keys()].filter((name) => !name.startsWith(`${outFolder}/`))).toEqual([]);
  const places = [['out', out], ['err', err], ...files] as const;
  expect(places.flatMap(([place, text]) => leaksIn(text).map((form) => `${form} in ${place}`))).toEqual([]);
  for (const text of [out, err]) {
    expect(text).not.toMatch(controlling);
    expect(text).not.toMatch(/\n\s+at |internal error|\[object /);
  }
  for (const name of ['report.html', 'junit.xml'])
    expect(files.get(`${outFolder}/${name}`) ?? '').not.toContain(script);
  const results = resultsOf(aftermath);
  const broken = results?.judgements.filter(({ outcome }) => outcome === 'errored') ?? [];
  expect(broken.map(({ check, reason }) => `${check}: ${reason ?? ''}`)).toEqual([]);

  expect(code).toBe(holds.exit);
  expect(`${out}${err}`.replace(/\s+/g, ' ')).toContain(holds.says ?? '');
  const failed = results?.judgements.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check) ?? [];
  expect(failed).toEqual(expect.arrayContaining([...(holds.fails ?? [])]));
  const kept = Buffer.byteLength(files.get(`${outFolder}/session.har`) ?? '');
  expect(kept).toBeLessThanOrEqual(holds.keeps ?? Infinity);
}
