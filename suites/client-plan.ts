import type { Profile } from '../harness/device/client/profile.ts';
import type { Check } from '../harness/engine/rule/check.ts';
import { neededScenarios } from './needed-scenarios.ts';
import { scenarios } from './scenarios.ts';

/** Those whose messages every scenario can edit. */
const editable: readonly string[] = ['P1', 'P2', 'P7'];

/** What any client does: it enrolls, holds sessions, is refused, and renews. */
const usual: readonly string[] = [
  'windows-enrollment',
  'modern-enrollment',
  'repeated-discovery',
  'first-session',
  'renewal',
  'wrong-password',
  'hosts',
  'management-host',
  'plain-discovery',
];

/** The scenarios that a client can drive; undefined: all. */
export function scenariosOf({ id }: Pick<Profile, 'id'>): readonly string[] | undefined {
  return editable.includes(id) ? undefined : usual;
}

/** Whether these scenarios show what a check judges. */
export function isShownBy(check: Check, ids: readonly string[]): boolean {
  // The first one of the plan is always needed, so that it tells nothing.
  const [, ...needed] = neededScenarios([check], scenarios);
  const isOfCertainRequests = !('flow' in check.needs) && check.needs.where !== undefined;
  if (needed.length === 0) return true;
  return isOfCertainRequests ? needed.every(({ id }) => ids.includes(id)) : needed.some(({ id }) => ids.includes(id));
}
