import { execFile } from 'node:child_process';
import type { Transport } from '../../wire/exchange/exchange.ts';
import type { StateCommand, StateRequest, StateWay } from '../target/server-state.ts';

/** Asks the person at the terminal to do something, and waits for the confirmation. */
export type Ask = (text: string) => Promise<void>;

/** Brings states about and ends them. Both return undefined on success, and otherwise the cause as a clause for people. */
export interface StateChanger {
  enter(way: StateWay): Promise<string | undefined>;
  leave(way: StateWay): Promise<string | undefined>;
}

/** How long a command may take, in milliseconds. */
const longestCommand = 120_000;

/** Changes states by calls over `transport`, by commands on this machine, and by a person through `ask`. */
export function createStateChanger(transport: Transport, ask: Ask | undefined): StateChanger {
  const prompt = async (text: string): Promise<string | undefined> => {
    if (!ask) return 'no person is at a terminal';
    await ask(text);
    return undefined;
  };
  return {
    async enter(way) {
      switch (way.by) {
        case 'user':
          return undefined;
        case 'http':
          return await call(way.request, transport);
        case 'command':
          return await execute(way.command, way.folder);
        case 'prompt':
          return await prompt(way.text);
      }
    },
    async leave(way) {
      switch (way.by) {
        case 'user':
          return undefined;
        case 'http':
          return way.undo && (await call(way.undo, transport));
        case 'command':
          return way.undo && (await execute(way.undo, way.folder));
        case 'prompt':
          return await prompt(`Please undo this: ${way.text}`);
      }
    },
  };
}

async function call({ method, url, body = '' }: StateRequest, transport: Transport): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(body);
  const answer = await transport({
    method,
    url,
    headers: [
      ...(body === ''
        ? []
        : [['Content-Type', isJson(body) ? 'application/json' : 'text/plain; charset=utf-8'] as const]),
      ['Content-Length', String(bytes.length)],
      ['Host', new URL(url).host],
    ],
    body: bytes,
  });
  const shown = withoutQuery(url);
  if (answer.kind === 'broken') return `${method} ${shown} got no answer: ${answer.message.replace(/\.$/, '')}`;
  const { status } = answer.response;
  return status >= 200 && status < 300 ? undefined : `${method} ${shown} got HTTP ${status}`;
}

/** A query may hold a key, so it is only named. */
function withoutQuery(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}

/** Drops the output of the command, because it may hold a secret. */
function execute([program, ...rest]: StateCommand, folder: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, rest, { cwd: folder, timeout: longestCommand }, (error) => {
      resolve(error ? `"${program}" ${endOf(error)}` : undefined);
    });
  });
}

function endOf(error: { readonly code?: unknown; readonly killed?: unknown; readonly signal?: unknown }): string {
  if (typeof error.code === 'number') return `ended with exit code ${error.code}`;
  if (typeof error.code === 'string') return `cannot be run (${error.code})`;
  return error.killed === true ? `took longer than ${longestCommand / 1000} s` : `was ended by ${String(error.signal)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
