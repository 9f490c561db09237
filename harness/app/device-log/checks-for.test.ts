import { expect, test } from 'vitest';
import type { Answer } from '../../protocol/device-log/answer.ts';
import { events } from '../../protocol/codes/events.ts';
import { checks } from '../../../suites/index.ts';
import { checksFor, checksOfCode, checksOfEvent, checksOfStep, checksOfWinhttp } from './checks-for.ts';

const known = new Set<string>(checks.map(({ id }) => id));

test('every check that an event, a code or a step names is a check of the suite', () => {
  const maps = [checksOfEvent, checksOfWinhttp, checksOfCode];
  const named = [...maps.flatMap((map) => [...map.values()]), ...Object.values(checksOfStep)].flat();
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('every event with checks is an event that is explained', () => {
  const ids = new Set(events.map(({ id }) => id));
  expect([...checksOfEvent.keys()].filter((id) => !ids.has(id))).toEqual([]);
});

const answer = (parts: Partial<Answer>): Answer => ({ headline: 'x', step: 'enrollment', notes: [], ...parts });

test('the checks that predict the code stand first, then those of the event, then those of the step', () => {
  const named = checksFor(answer({ code: 0x80180024, event: 17, step: 'provisioning', who: ['server'] }));
  expect(named.slice(0, 3)).toEqual([
    'provisioning/mdm-document',
    'provisioning/client-certificate',
    'provisioning/application',
  ]);
  expect(named).toHaveLength(6);
});

test('an error of WinHTTP names checks of TLS, under either prefix', () => {
  for (const code of [0x80072f06, 0x80192f06])
    expect(checksFor(answer({ code, step: 'discovery', who: ['certificate'] }))[0]).toBe('transport/tls-name');
});

test('no check is named where the server has nothing to do with it', () => {
  expect(checksFor(answer({ code: 0x8018000a, event: 71, who: ['device'] }))).toEqual([]);
  expect(checksFor(answer({ code: 0x86000002, event: 404, who: ['server', 'device'] }))).toEqual([]);
});

test('a state of the server names the checks of how it says so, whoever ends the state', () => {
  expect(checksFor(answer({ code: 0x80180018, event: 52, who: ['administrator'] }))).toEqual(['faults/state-license']);
});
