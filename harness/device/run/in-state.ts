import type { StateName } from '../../engine/evidence/state-names.ts';
import type { PreparedUser } from '../sign-in/prepared-user.ts';
import { forDevice } from '../target/server-state.ts';
import type { ServerStates, StateWay } from '../target/server-state.ts';
import type { ScenarioContext } from './scenario.ts';
import type { StateChanger } from './state-changer.ts';

/** What brings states about, and who hears of it. */
export interface InStateParts {
  readonly ways?: ServerStates | undefined;
  readonly changer: StateChanger;
  /** Once it fires, no state is entered any more. */
  readonly signal?: AbortSignal | undefined;
  /** Gets the cause if a state could not be brought about or ended. */
  readonly onProblem: (state: StateName, problem: string) => void;
  /** As in `RunWatch`. */
  readonly onForce?: ((states: readonly StateName[]) => void) | undefined;
}

/** `inState` of all scenarios of a run. It undoes a state that it tried to enter, whatever became of the attempt. */
export function createInState(parts: InStateParts): ScenarioContext['inState'] {
  const { ways, changer, signal, onProblem } = parts;
  const inForce = new Set<StateName>();
  const users = new Map<StateName, number>();

  const begin = (state: StateName): string | undefined => {
    const isNew = !inForce.has(state);
    inForce.add(state);
    try {
      parts.onForce?.([...inForce]);
    } catch (error) {
      if (isNew) inForce.delete(state);
      return error instanceof Error ? error.message : String(error);
    }
    users.set(state, (users.get(state) ?? 0) + 1);
    return undefined;
  };
  /** Two scenarios may need one state at the same time: the last one ends it. */
  const end = (state: StateName, isCertain: boolean): void => {
    const others = (users.get(state) ?? 1) - 1;
    users.set(state, others);
    if (!isCertain || others > 0) return;
    inForce.delete(state);
    parts.onForce?.([...inForce]);
  };
  const undo = async (state: StateName, way: StateWay, isCertain: boolean): Promise<string | undefined> => {
    const problem = await changer.leave(way);
    end(state, isCertain && problem === undefined);
    return problem;
  };

  const userOf = (state: StateName, way: StateWay): PreparedUser | undefined => {
    if (way.by !== 'user') return undefined;
    return {
      ...way,
      state,
      onProblem: (problem) => {
        onProblem(state, problem);
      },
    };
  };

  return async (state, during, device) => {
    const named = ways?.[state];
    const way = named && device ? forDevice(named, device) : named;
    if (!way || signal?.aborted === true) return false;
    const isUndoable = changer.isUndoable(way);
    const unnoted = isUndoable ? begin(state) : undefined;
    if (unnoted !== undefined) {
      onProblem(state, `the run could not bring it about: ${unnoted}`);
      return false;
    }
    const entered = await changer.enter(way);
    if (entered.problem !== undefined) {
      const left = isUndoable ? await undo(state, way, !entered.isPending) : undefined;
      const why = left ?? (isUndoable && entered.isPending ? 'the server may still bring it about' : undefined);
      const uncertain = why === undefined ? '' : `; its undoing is not certain: ${why}`;
      onProblem(state, `the run could not bring it about: ${entered.problem}${uncertain}`);
      return false;
    }
    try {
      await during(userOf(state, way));
    } finally {
      const remaining = isUndoable ? await undo(state, way, true) : undefined;
      if (remaining !== undefined) onProblem(state, `the run could not end it: ${remaining}`);
    }
    return true;
  };
}
