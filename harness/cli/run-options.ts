import { defaultEffects } from '../device/plan.ts';
import type { Effect } from '../device/scenario.ts';
import { scenarios } from '../../suites/scenarios.ts';
import { UsageError } from './usage-error.ts';

/** How many scenarios may be driven side by side. */
const mostConcurrent = 16;

/** The number that `--concurrency` gives. Throws `UsageError`. */
export function concurrencyOf(word: string): number {
  const number = Number(word);
  if (/^\d{1,2}$/.test(word) && number >= 1 && number <= mostConcurrent) return number;
  throw new UsageError(`--concurrency: "${word}" is not allowed; give a number from 1 to ${mostConcurrent}`);
}

/** The effects that `--effects` allows; reading is always among them, and who renews enrolls. Throws `UsageError`. */
export function effectsOf(list: string): readonly Effect[] {
  const known = [...new Set<Effect>([...defaultEffects, ...scenarios.map(({ effect }) => effect)])];
  const words = list.split(',').map((word) => word.trim());
  const effects = known.filter((effect) => words.includes(effect));
  const isWhole = effects.includes('read') && (effects.includes('enroll') || !effects.includes('renew'));
  if (isWhole && words.length === effects.length) return effects;
  throw new UsageError(`--effects: "${list}" is not allowed; give read, read,enroll, or ${known.join(',')}`);
}
