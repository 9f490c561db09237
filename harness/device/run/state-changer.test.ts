import { describe, expect, test } from 'vitest';
import type { Answer, HttpRequest, Transport } from '../../wire/exchange/exchange.ts';
import { answerWith, bodyOf, refused } from '../../testing/stub-server.ts';
import type { StateWay } from '../target/server-state.ts';
import { createStateChanger } from './state-changer.ts';

/** A transport that always gives this answer, and what it was asked. */
function answering(answer: Answer): { readonly transport: Transport; readonly asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  return {
    asked,
    transport: (request) => {
      asked.push(request);
      return Promise.resolve(answer);
    },
  };
}

const on = { method: 'PUT', url: 'https://admin.contoso.example/cap', body: '{"devices":0}' };
const off = { method: 'DELETE', url: 'https://admin.contoso.example/cap' };
const http: StateWay = { by: 'http', request: on, undo: off };

test('a problem does not show the query of a call, which may hold a key', async () => {
  const request = { method: 'PUT', url: 'https://admin.contoso.example/cap?key=correct-horse' };
  const problem = await createStateChanger({ transport: answering(answerWith('', 403)).transport }).enter({
    by: 'http',
    request,
  });
  expect(problem).toEqual({ problem: 'PUT https://admin.contoso.example/cap?… got HTTP 403' });
});

describe('a state that a call brings about', () => {
  test('is brought about and undone by one call each', async () => {
    const { transport, asked } = answering(answerWith('', 204));
    const changer = createStateChanger({ transport });
    expect([await changer.enter(http), await changer.leave(http)]).toEqual([{}, undefined]);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'PUT https://admin.contoso.example/cap',
      'DELETE https://admin.contoso.example/cap',
    ]);
    expect(asked.map(bodyOf)).toEqual(['{"devices":0}', '']);
    expect(asked.map(({ headers }) => Object.fromEntries(headers))).toEqual([
      { 'Content-Type': 'application/json', 'Content-Length': '13', Host: 'admin.contoso.example' },
      { 'Content-Length': '0', Host: 'admin.contoso.example' },
    ]);
  });

  test('stays where nothing says how it is undone', async () => {
    const { transport, asked } = answering(answerWith('', 200));
    await createStateChanger({ transport }).leave({ by: 'http', request: on });
    expect(asked).toEqual([]);
  });

  test.for<[string, Answer]>([
    ['PUT https://admin.contoso.example/cap got HTTP 403', answerWith('', 403)],
    ['PUT https://admin.contoso.example/cap got no answer: The connection was refused', refused],
  ])('is not brought about where %s', async ([problem, answer]) => {
    expect(await createStateChanger({ transport: answering(answer).transport }).enter(http)).toEqual({ problem });
  });
});

describe('a state that a command brings about', () => {
  const changer = createStateChanger({ transport: answering(refused).transport });
  const command = (script: string): StateWay => ({
    by: 'command',
    command: [process.execPath, '-e', script],
    undo: [process.execPath, '-e', 'process.exit(3)'],
    folder: import.meta.dirname,
  });

  test('is brought about in the folder of the target file, without a shell', async () => {
    const script = `process.exit(process.cwd() === ${JSON.stringify(import.meta.dirname)} ? 0 : 1)`;
    expect(await changer.enter(command(`${script} // $(exit 7); & |`))).toEqual({});
  });

  test('is not brought about, or not undone, where the command fails, and its output is kept back', async () => {
    const problem = await changer.enter(command('console.log("hunter2"); console.error("hunter2"); process.exit(7)'));
    expect(problem).toEqual({ problem: `"${process.execPath}" ended with exit code 7` });
    expect(await changer.leave(command(''))).toBe(`"${process.execPath}" ended with exit code 3`);
    const missing: StateWay = { by: 'command', command: ['./missing'], folder: import.meta.dirname };
    expect(await changer.enter(missing)).toEqual({ problem: '"./missing" cannot be run (ENOENT)' });
    expect(await changer.leave(missing)).toBeUndefined();
  });
});

test('a person is asked to bring a state about, and to undo it', async () => {
  const texts: string[] = [];
  const changer = createStateChanger({
    transport: answering(refused).transport,
    ask: (text) => {
      texts.push(text);
      return Promise.resolve();
    },
  });
  const way: StateWay = { by: 'prompt', text: 'Stop the certification authority' };
  expect([await changer.enter(way), await changer.leave(way)]).toEqual([{}, undefined]);
  expect(texts).toEqual(['Stop the certification authority', 'Please undo this: Stop the certification authority']);
  const alone = createStateChanger({ transport: answering(refused).transport });
  expect(await alone.enter(way)).toEqual({ problem: 'no person is at a terminal' });
  expect([changer.isUndoable(way), alone.isUndoable(way)]).toEqual([true, false]);
});

test('a prepared user is in the state already', async () => {
  const { transport, asked } = answering(refused);
  const changer = createStateChanger({ transport });
  const way: StateWay = { by: 'user', email: 'cap@contoso.example' };
  expect([await changer.enter(way), await changer.leave(way)]).toEqual([{}, undefined]);
  expect(asked).toEqual([]);
});
