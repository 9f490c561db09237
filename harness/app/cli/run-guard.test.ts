import { expect, test } from 'vitest';
import type { Scenario } from '../../device/run/scenario.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { Standstill } from './uncaught.ts';
import { main } from './main.ts';
import { keptIo } from './testing/io.ts';
import { createWorkspace } from './testing/workspace.ts';
import { readHar } from '../../wire/har/har.ts';

const breaking = (drive: Scenario['drive']): Scenario => ({
  ...windowsEnrollment,
  id: 'breaking',
  effect: 'read',
  devices: 0,
  drive,
});

test.each([
  [
    'an error in the run',
    () => Promise.reject(new TypeError('broken\nin two')),
    /^mde-conformance: internal error in this tool, please report it: TypeError: broken in two; .*session\.har holds the \d+ exchanges so far, and nothing was judged\n$/m,
  ],
  [
    'an error that no code catches',
    (_: unknown, hear: (error: unknown) => void) => {
      hear(new RangeError('out of nowhere'));
      return Promise.resolve();
    },
    /UncaughtError: RangeError: out of nowhere; .*session\.har holds the \d+ exchanges so far/,
  ],
  [
    'a wait for something that never comes',
    (_: unknown, hear: (error: unknown) => void) => {
      hear(new Standstill());
      hear(new Standstill());
      return new Promise<void>(() => undefined);
    },
    /UncaughtError: Standstill: nothing is left to wait for.*session\.har holds the \d+ exchanges so far/,
  ],
] as const)('%s ends the run with 5, and what was recorded so far is kept', async (_, drive, message) => {
  await using workspace = await createWorkspace();
  const kept = keptIo();
  let hear: ((error: unknown) => void) | undefined;
  const onUncaught = (listener: typeof hear): void => {
    hear = listener;
  };
  let areSignalsLeft = false;
  const letSignalsEnd = (): void => {
    areSignalsLeft = true;
  };
  const scenario = breaking((context) => drive(context, (error) => hear?.(error)));
  const code = await main(['run', '--out', workspace.at('out')], { ...kept.io, onUncaught, letSignalsEnd }, [
    windowsEnrollment,
    scenario,
  ]);
  expect({ code, out: kept.out() }).toEqual({ code: 5, out: '' });
  expect(kept.err()).toMatch(message);
  expect(kept.err()).not.toMatch(/\n\s+at /);
  expect([...(await workspace.files()).keys()].sort()).toEqual(['out/manifest.json', 'out/session.har']);
  expect(readHar(await workspace.read('out/session.har')).exchanges.length).toBeGreaterThan(3);
  expect({ hear, areSignalsLeft }).toEqual({ hear: undefined, areSignalsLeft: true });
});
