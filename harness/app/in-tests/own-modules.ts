import { UnusableModule } from '../own-checks/own-module.ts';
import type { CheckModule, OwnModule } from '../own-checks/own-module.ts';
import { readModule } from '../own-checks/read-module.ts';
import { WrongOption } from './wrong-option.ts';

/** The modules that the option "checks" gives. Throws `WrongOption` for one that cannot be used. */
export function ownModules(given: readonly OwnModule[] = []): readonly CheckModule[] {
  if (!Array.isArray(given)) throw new WrongOption('"checks" is no list; expected modules, each { prefix, checks, … }');
  const modules = given.map((module, index) => {
    const prefix = (module as Partial<OwnModule> | undefined)?.prefix;
    try {
      return readModule(module, { name: typeof prefix === 'string' ? prefix : `module ${index + 1}` });
    } catch (error) {
      if (!(error instanceof UnusableModule)) throw error;
      throw new WrongOption(`"checks": ${error.message}`);
    }
  });
  const prefixes = modules.map(({ name }) => name.prefix);
  const twice = prefixes.find((prefix, index) => prefixes.indexOf(prefix) !== index);
  if (twice !== undefined) throw new WrongOption(`"checks" has two modules with the prefix "${twice}"`);
  return modules;
}
