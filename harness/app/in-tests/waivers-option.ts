import { readFileSync } from 'node:fs';
import type { Results } from '../../engine/verdict/results.ts';
import type { Waiver } from '../../engine/verdict/waiver.ts';
import { layWaivers } from '../../../reports/waivers/lay-waivers.ts';
import type { CheckModule } from '../own-checks/own-module.ts';
import { checksWith } from '../own-checks/with-modules.ts';
import { readWaivers } from '../waivers/read-waivers.ts';
import { WrongOption } from './wrong-option.ts';

/** Lays the waivers of a list or of a file over results. Throws `WrongOption` for those that cannot be used. */
export function waived(results: Results, given: string | readonly Waiver[], modules: readonly CheckModule[]): Results {
  const file = typeof given === 'string' ? given : '"waivers"';
  try {
    const text = typeof given === 'string' ? readFileSync(given, 'utf8') : JSON.stringify({ waivers: given });
    const known = checksWith(modules).map(({ id }) => id);
    return layWaivers(results, readWaivers(text, file, known).waivers);
  } catch (error) {
    throw new WrongOption(`"waivers": ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
