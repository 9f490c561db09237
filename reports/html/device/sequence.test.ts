import { expect, test } from 'vitest';
import { everyOutcome, everyOutcomeEvidence } from '../../testing/every-outcome.ts';
import { contextOf } from '../context.ts';
import { timeline } from '../timeline.ts';
import type { Device, Step } from './devices.ts';
import { laneOf, lanesOf } from './lanes.ts';
import { sequence } from './sequence.ts';

const [exchange] = everyOutcomeEvidence.exchanges;
const [note] = everyOutcome.exchanges;
if (!exchange || !note) throw new Error('the fixture has an exchange');

const step = (kind: string, index = 0): Step => ({ exchange: { ...exchange, index }, note: { ...note, index, kind } });
const device = (steps: readonly Step[], name = 'device-1'): Device => ({ anchor: 'device/a', name, steps });
const drawn = (some: Device, findings = 0): string => sequence(some, '', () => findings).toString();

test.each([
  ['nothing', [], ['Enrollment services']],
  ['services', ['discover', 'issue'], ['Enrollment services']],
  ['services and pages', ['discover', 'authenticate'], ['Enrollment services', 'Pages of the sign-in']],
  ['management alone', ['manage'], ['Management service']],
  ['all three', ['discover', 'authenticate', 'manage'], ['Enrollment services and pages', 'Management service']],
])('a device that talks to %s has its lanes', (_, kinds, names) => {
  const steps = kinds.map((kind) => step(kind));
  const lanes = lanesOf(steps);
  expect(lanes.map(({ name }) => name)).toEqual(names);
  expect(steps.every((some) => lanes.includes(laneOf(some, lanes)))).toBe(true);
});

test('a picture has a title and a description for whoever does not see it', () => {
  const text = drawn(device([step('discover')]));
  expect(text).toMatch(/role="img"\s+aria-labelledby="device\/a\/picture device\/a\/picture-text"/);
  expect(text).toContain('Sequence of the device device-1</title>');
  expect(text).toMatch(/2 lanes: the device, enrollment services\.\s+1 exchanges? from the top down/);
});

test('a hostile name is text, and cut', () => {
  const text = drawn(device([step('discover')], `"><script>${'x'.repeat(5000)}`));
  expect(text).not.toContain('<script');
  expect(text).not.toContain('x'.repeat(300));
  expect(text).toContain('&#34;&gt;&lt;script&gt;');
});

test('of a hundred exchanges the first forty are drawn, and the description says so', () => {
  const text = drawn(device(Array.from({ length: 100 }, (_, index) => step('discover', index))));
  expect(text).toContain('Its first 40 are drawn.');
  expect(text.match(/<text x="70"/g)).toHaveLength(40);
});

test('a finding is a sign with its number, and none is none', () => {
  expect(drawn(device([step('discover')]), 3)).toMatch(/>✕ 3<\/text/);
  expect(drawn(device([step('discover')]))).not.toContain('✕');
});

test('an answer that broke ends in a cross, and says so', () => {
  const broken: Step = {
    exchange: { ...exchange, answer: { kind: 'broken', reason: 'reset', message: 'reset' } },
    note: undefined,
  };
  expect(drawn(device([broken]))).toMatch(/class="failed"[^]*✕ /);
});

test('the time line of no exchange is not there; of one it has a stroke, a lane and a row', () => {
  const of = (number: number): string => {
    const exchanges = Array.from({ length: number }, (_, index) => ({ ...exchange, index }));
    return timeline(contextOf({ ...everyOutcome, judgements: [], exchanges: [] }, { exchanges })).toString();
  };
  expect(of(0)).toBe('');
  const one = of(1);
  expect(one.match(/v10/g)).toHaveLength(1);
  expect(one).toMatch(/<title id="time-title">[^]*<desc id="time-text">\s*1 lanes?/);
  expect(one.match(/<th scope="row">/g)).toHaveLength(1);
  expect(of(5000).match(/v10/g)).toHaveLength(1);
});
