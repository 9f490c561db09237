import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import type { StateWay } from '../../device/target/server-state.ts';
import type { StateCommand } from '../../device/target/state-command.ts';
import type { Target } from '../../device/target/target.ts';
import { stateNames } from '../../engine/evidence/state-names.ts';
import { reachSteps } from './reach-steps.ts';
import { judged, skipped } from './step.ts';
import type { Problem, Step } from './step.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program that a target file names, where it says so. */
interface NamedCommand {
  /** The place in the target file: `states.license.undo`. */
  readonly place: string;
  readonly command: StateCommand;
  /** The absolute working folder. */
  readonly folder: string;
}

/**
 * Looks for each program that the target file names, without running one: it is there, and this user may run it. Connects to each host that
 * brings a state about, and sends nothing there.
 */
export async function commandsStep(
  target: Pick<Target, 'states' | 'signIn' | 'tokens'>,
  { env, timeoutMs }: { readonly env: Environment; readonly timeoutMs: number },
): Promise<Step> {
  const commands = commandsOf(target);
  const waysToStates = stateNames.flatMap((state) => target.states?.[state] ?? []);
  if (commands.length === 0 && waysToStates.length === 0) {
    return skipped('commands', 'the target names no state of the server and no program');
  }
  const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const says = `${counted(waysToStates.length, 'state')} of the server, ${counted(commands.length, 'program')} that can be run`;
  const problems = [...commandProblems(target, env), ...(await callProblems(target, timeoutMs))];
  return judged('commands', says, problems, [...endless(target), ...byPerson(target)]);
}

/** What is wrong with the programs that a target file names; a run would find out only when it needs one. */
export function commandProblems(
  target: Pick<Target, 'states' | 'signIn' | 'tokens'>,
  env: Environment,
): readonly Problem[] {
  return commandsOf(target).flatMap(({ place, command: [program], folder }) => {
    const why = whyNot(program, folder, env);
    if (why === undefined) return [];
    const remedy = why.includes('executable')
      ? 'make it executable (chmod +x), or name its interpreter first'
      : 'correct the path, which is relative to the target file, or install the program';
    return [{ owner: 'config', what: `"${place}": "${program}" ${why}`, remedy } as const];
  });
}

function commandsOf({
  states = {},
  signIn,
  tokens = {},
}: Pick<Target, 'states' | 'signIn' | 'tokens'>): NamedCommand[] {
  const ofWay = (place: string, way: StateWay): NamedCommand[] => {
    if (way.by === 'user') {
      return way.signIn?.by === 'command' ? [{ place: `${place}.user.signIn.command`, ...way.signIn }] : [];
    }
    if (way.by !== 'command') return [];
    const { command, undo, folder } = way;
    return [
      { place: `${place}.command`, command, folder },
      ...(undo ? [{ place: `${place}.undo`, command: undo, folder }] : []),
    ];
  };
  return [
    ...stateNames.flatMap((state) => (states[state] ? ofWay(`states.${state}`, states[state]) : [])),
    ...(signIn?.by === 'command' ? [{ place: 'signIn.command', ...signIn }] : []),
    ...Object.entries(tokens).flatMap(([name, source]) =>
      source.by === 'command' ? [{ place: `signIn.tokens.${name}`, ...source }] : [],
    ),
  ];
}

/** The hosts of the calls that bring states about and end them. */
async function callProblems({ states = {} }: Pick<Target, 'states'>, timeoutMs: number): Promise<readonly Problem[]> {
  const calls = stateNames.flatMap((state) => {
    const way = states[state];
    if (way?.by !== 'http') return [];
    return [way.request, ...(way.undo ? [way.undo] : [])].map(({ url }) => ({ state, origin: new URL(url).origin }));
  });
  const first = new Map(calls.toReversed().map(({ state, origin }) => [origin, state]));
  const found = await Promise.all(
    [...first].map(async ([origin, state]) => {
      const { steps, isOpen } = await reachSteps(origin, timeoutMs);
      if (isOpen) return [];
      return steps
        .flatMap(({ problems }) => problems)
        .map((one) => ({ ...one, what: `"states.${state}.http": ${one.what}` }));
    }),
  );
  return found.flat();
}

function byPerson({ states = {} }: Pick<Target, 'states'>): readonly string[] {
  const names = stateNames.filter((state) => states[state]?.by === 'prompt');
  return names.length === 0 ? [] : [`a person at a terminal has to bring about ${names.join(', ')}`];
}

/** States that the file brings about and does not end. */
function endless({ states = {} }: Pick<Target, 'states'>): readonly string[] {
  const names = stateNames.filter((state) => {
    const way = states[state];
    return (way?.by === 'command' || way?.by === 'http') && way.undo === undefined && state !== 'unenroll';
  });
  return names.length === 0 ? [] : [`nothing says how to undo ${names.join(', ')}`];
}

/** Why a program cannot be run, as the end of a sentence. A name with a placeholder is known only later. */
function whyNot(program: string, folder: string, env: Environment): string | undefined {
  if (program.includes('{device')) return undefined;
  const isPath = program.includes('/') || program.includes(path.sep);
  if (isPath) return whyNotFile(path.resolve(folder, program));
  const folders = (env['PATH'] ?? process.env['PATH'] ?? '').split(path.delimiter).filter((one) => one !== '');
  const endings = process.platform === 'win32' ? ['', '.exe', '.com'] : [''];
  const places = folders.flatMap((one) => endings.map((ending) => path.resolve(folder, one, program + ending)));
  return places.some((place) => whyNotFile(place) === undefined) ? undefined : 'is in no folder of PATH';
}

function whyNotFile(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return 'does not exist';
  if (!found.isFile()) return 'is no file';
  try {
    accessSync(file, constants.X_OK);
    return undefined;
  } catch {
    return 'is not executable';
  }
}
