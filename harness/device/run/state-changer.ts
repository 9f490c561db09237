import type { Transport } from '../../wire/exchange/exchange.ts';
import { shownUrl } from '../target/shown-url.ts';
import type { StateRequest, StateWay } from '../target/server-state.ts';
import { runCommand } from './run-command.ts';

/** Asks the person at the terminal to do something, and waits for the confirmation. Rejects if `signal` fires or the person leaves. */
export type Ask = (text: string, signal?: AbortSignal) => Promise<void>;

/** How an attempt to enter a state ended. */
interface Entered {
  /** Missing on success, and otherwise the cause as a clause for people. */
  readonly problem?: string;
  /** The server may carry out later what it was asked. */
  readonly isPending?: boolean;
}

/** Brings states about and ends them. */
export interface StateChanger {
  /** Whether `leave` undoes something. */
  isUndoable(way: StateWay): boolean;
  enter(way: StateWay): Promise<Entered>;
  /** Returns undefined on success, and otherwise the cause as a clause for people. */
  leave(way: StateWay): Promise<string | undefined>;
}

/** The means of a changer, and its limits. */
export interface StateChangerOptions {
  readonly transport: Transport;
  /** Missing if no person is at a terminal. */
  readonly ask?: Ask | undefined;
  /** Ends an attempt to enter a state; undoing goes on. */
  readonly signal?: AbortSignal | undefined;
  /** How long a command may take, in milliseconds. Default: two minutes. */
  readonly longestCommandMs?: number;
}

/** How long a call under way may still take once the run was interrupted, in milliseconds: an undoing that overtakes it is worth nothing. */
const graceMs = 5_000;

/** Changes states by calls over `transport`, by commands on this machine, and by a person through `ask`. */
export function createStateChanger(options: StateChangerOptions): StateChanger {
  const { transport, ask, signal, longestCommandMs: longestMs = 120_000 } = options;
  const prompt = async (text: string, until?: AbortSignal): Promise<string | undefined> => {
    if (!ask) return 'no person is at a terminal';
    try {
      await ask(text, until);
      return undefined;
    } catch (error) {
      return `the person did not confirm it (${error instanceof Error ? error.message : String(error)})`;
    }
  };
  return {
    isUndoable(way) {
      switch (way.by) {
        case 'user':
          return false;
        case 'http':
        case 'command':
          return way.undo !== undefined;
        case 'prompt':
          return ask !== undefined;
      }
    },
    async enter(way) {
      switch (way.by) {
        case 'user':
          return {};
        case 'http':
          return await unlessInterrupted(call(way.request, transport), way.request, signal);
        case 'command':
          return enteredWith(await runCommand(way.command, way.folder, { longestMs, signal }));
        case 'prompt':
          return enteredWith(await prompt(way.text, signal));
      }
    },
    async leave(way) {
      switch (way.by) {
        case 'user':
          return undefined;
        case 'http':
          return way.undo && (await call(way.undo, transport));
        case 'command':
          return way.undo && (await runCommand(way.undo, way.folder, { longestMs }));
        case 'prompt':
          return await prompt(`Please undo this: ${way.text}`);
      }
    },
  };
}

function enteredWith(problem: string | undefined): Entered {
  return problem === undefined ? {} : { problem };
}

/** Waits for the answer, but not for long after `signal` fired. */
async function unlessInterrupted(
  calling: Promise<string | undefined>,
  { method, url }: StateRequest,
  signal: AbortSignal | undefined,
): Promise<Entered> {
  if (!signal) return enteredWith(await calling);
  const listening = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<Entered>((resolve) => {
    const wait = (): void => {
      timer = setTimeout(() => {
        resolve({ problem: `${method} ${shownUrl(url)} was interrupted`, isPending: true });
      }, graceMs);
    };
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true, signal: listening.signal });
  });
  const entered = await Promise.race([calling.then(enteredWith), overdue]);
  listening.abort();
  clearTimeout(timer);
  return entered;
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
  const shown = shownUrl(url);
  if (answer.kind === 'broken') return `${method} ${shown} got no answer: ${answer.message.replace(/\.$/, '')}`;
  const { status } = answer.response;
  return status >= 200 && status < 300 ? undefined : `${method} ${shown} got HTTP ${status}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
