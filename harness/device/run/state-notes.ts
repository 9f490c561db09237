import type { StateNote } from '../../wire/exchange/session-notes.ts';
import type { ServerStates } from '../target/server-state.ts';

/** What a session says of the states of a target file; `problems` by the names of the states. */
export function noteStates(states: ServerStates, problems: ReadonlyMap<string, string>): readonly StateNote[] {
  return Object.entries(states).map(([state, { by }]) => {
    const problem = problems.get(state);
    return { state, by, ...(problem === undefined ? {} : { problem }) };
  });
}
