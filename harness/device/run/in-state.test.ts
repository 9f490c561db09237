import { expect, test } from 'vitest';
import type { StateName } from '../../engine/evidence/state-names.ts';
import type { ServerStates } from '../target/server-state.ts';
import { createInState } from './in-state.ts';
import type { InStateParts } from './in-state.ts';
import { createStateChanger } from './state-changer.ts';
import { answerWith } from '../../testing/stub-server.ts';
import type { Answer } from '../../wire/exchange/exchange.ts';

const url = 'https://admin.contoso.example/cap';
const ways: ServerStates = {
  'device-cap': { by: 'http', request: { method: 'PUT', url }, undo: { method: 'DELETE', url } },
  license: { by: 'http', request: { method: 'PUT', url } },
};

/** A server that answers each method with a status, and what was seen of a run at it. */
function running(statuses: Readonly<Record<string, number>>, parts: Partial<InStateParts> = {}) {
  const seen: string[] = [];
  const transport = ({ method }: { readonly method: string }): Promise<Answer> => {
    seen.push(method);
    return Promise.resolve(answerWith('', statuses[method] ?? 200));
  };
  const inState = createInState({
    ways,
    changer: createStateChanger({ transport }),
    onProblem: (state, problem) => void seen.push(`${state}: ${problem}`),
    onForce: (states) => void seen.push(`in force: ${states.join()}`),
    ...parts,
  });
  const during = (): Promise<void> => {
    seen.push('during');
    return Promise.resolve();
  };
  return { seen, enter: (state: StateName) => inState(state, during) };
}

test('a state is noted before it is entered, and until it is undone', async () => {
  const { seen, enter } = running({});
  expect(await enter('device-cap')).toBe(true);
  expect(seen).toEqual(['in force: device-cap', 'PUT', 'during', 'DELETE', 'in force: ']);
});

test('a state that could not be entered is undone all the same', async () => {
  const { seen, enter } = running({ PUT: 500 });
  expect(await enter('device-cap')).toBe(false);
  expect(seen).toEqual([
    ...['in force: device-cap', 'PUT', 'DELETE', 'in force: '],
    `device-cap: the run could not bring it about: PUT ${url} got HTTP 500`,
  ]);
});

test('a state whose undoing failed stays noted', async () => {
  const { seen, enter } = running({ DELETE: 500 });
  await enter('device-cap');
  expect(seen.slice(-2)).toEqual(['DELETE', `device-cap: the run could not end it: DELETE ${url} got HTTP 500`]);
  const both = running({ PUT: 500, DELETE: 500 });
  await both.enter('device-cap');
  expect(both.seen.at(-1)).toBe(
    `device-cap: the run could not bring it about: PUT ${url} got HTTP 500; its undoing is not certain: DELETE ${url} got HTTP 500`,
  );
});

test('a state that nothing undoes is not noted', async () => {
  const { seen, enter } = running({});
  await enter('license');
  expect(seen).toEqual(['PUT', 'during']);
});

test('a state that cannot be noted is not entered', async () => {
  const { seen, enter } = running(
    {},
    {
      onForce: () => {
        throw new Error('no space');
      },
    },
  );
  expect(await enter('device-cap')).toBe(false);
  expect(seen).toEqual(['device-cap: the run could not bring it about: no space']);
});

test('nothing is entered once the run was interrupted', async () => {
  const { seen, enter } = running({}, { signal: AbortSignal.abort() });
  expect(await enter('device-cap')).toBe(false);
  expect(seen).toEqual([]);
});
