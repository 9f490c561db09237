import { stateNames } from '../../engine/evidence/state-names.ts';
import { authMethods } from '../target/auth-method.ts';
import { nearest } from '../target/suggest.ts';
import { allEffects } from './plan.ts';
import type { Scenario } from './scenario.ts';

/** What a scenario of a module says of itself; the other members of a scenario belong to ours. */
export type OwnScenario = Pick<
  Scenario,
  'id' | 'title' | 'effect' | 'devices' | 'isSimultaneous' | 'state' | 'way' | 'given' | 'drive'
>;

/** A scenario that a module declares cannot be used; the message names it and says what is allowed. */
export class WrongScenario extends TypeError {
  override readonly name = 'WrongScenario';
}

/** How many devices a scenario may take. */
const mostDevices = 100;

const givens = ['links', 'programmatic', 'cleanup'];

const members: readonly (keyof OwnScenario)[] = [
  'id',
  'title',
  'effect',
  'devices',
  'isSimultaneous',
  'state',
  'way',
  'given',
  'drive',
];

/**
 * Declares a scenario of a module: what it sends, what it leaves behind on the server and how many devices it takes. Its id is its prefix, a slash and
 * a name. It sends and judges nothing.
 * @throws {WrongScenario} for a member that is missing, unknown or not allowed.
 */
export function defineScenario(scenario: OwnScenario): Readonly<OwnScenario> {
  const problem = scenarioProblem(scenario);
  if (problem !== undefined) throw new WrongScenario(problem);
  return Object.freeze({ ...scenario });
}

/** What is wrong with a scenario of a module, as a clause that names it; undefined for nothing. */
export function scenarioProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return `a scenario is ${shown(value)}; use defineScenario({ … })`;
  const scenario: Readonly<Record<string, unknown>> = { ...value };
  const { id, title, effect, devices, drive } = scenario;
  if (!isOwnId(id))
    return `a scenario has the id ${shown(id)}; expected a prefix, a slash and a name, as acme/short-session`;
  const named = (what: string): string => `the scenario ${id} ${what}`;
  const unknown = Object.keys(scenario).find((name) => !members.some((member) => member === name));
  if (unknown !== undefined) {
    const meant = nearest(unknown, members);
    return named(
      `has the member "${unknown}"; ${meant === undefined ? `allowed: ${members.join(', ')}` : `did you mean "${meant}"?`}`,
    );
  }
  if (typeof title !== 'string' || title.trim() === '')
    return named(`has the title ${shown(title)}; say in a sentence what it sends`);
  const allowed = (name: string, values: readonly unknown[]): string | undefined =>
    scenario[name] === undefined || values.includes(scenario[name])
      ? undefined
      : named(`has the ${name} ${shown(scenario[name])}; allowed: ${values.join(', ')}`);
  if (effect === undefined) return named(`has no effect; allowed: ${allEffects.join(', ')}`);
  if (typeof devices !== 'number' || !Number.isInteger(devices) || devices < 0 || devices > mostDevices)
    return named(`has ${shown(devices)} devices; expected a whole number from 0 to ${mostDevices}`);
  if (typeof drive !== 'function') return named('has no function "drive"; it gets a context and sends the messages');
  return (
    allowed('effect', allEffects) ??
    allowed('state', stateNames) ??
    allowed('way', authMethods) ??
    allowed('given', givens) ??
    allowed('isSimultaneous', [true])
  );
}

/** Whether a text is the id of a check or a scenario of a module: `acme/short-session`. */
export function isOwnId(id: unknown): id is `${string}/${string}` {
  return typeof id === 'string' && id.length <= 200 && /^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9.-]*$/.test(id);
}

/** A value as a message quotes it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
