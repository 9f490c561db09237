import type { ModuleName, ModuleNote } from '../../wire/exchange/module-note.ts';
import type { Scenario, ScenarioContext } from './scenario.ts';
import { TimeLimitReached } from './time-limit.ts';

export type { ModuleName } from '../../wire/exchange/module-note.ts';

/** Drives scenarios, and keeps what the session tells of the modules of checks that some of them are from. */
export interface ModuleNotes {
  /** Rejects for a scenario of ours that breaks. One of a module is noted instead: the others go on. */
  readonly drive: (scenario: Scenario, context: ScenarioContext) => Promise<void>;
  readonly of: (plan: readonly Scenario[]) => { readonly modules?: readonly ModuleNote[] };
}

/** `onProblem` gets each problem at once, as a clause. */
export function createModuleNotes(modules: readonly ModuleName[], onProblem: (problem: string) => void): ModuleNotes {
  const problems = new Map<string, string[]>();
  return {
    drive: async (scenario, context) => {
      try {
        await scenario.drive(context);
      } catch (error) {
        if (error instanceof TimeLimitReached) return;
        if (scenario.module === undefined) throw error;
        const problem = `the scenario ${scenario.id} broke: ${String(error)}`;
        problems.set(scenario.module, [...(problems.get(scenario.module) ?? []), problem]);
        onProblem(problem);
      }
    },
    of: (plan) => {
      if (modules.length === 0) return {};
      const notes = modules.map((module): ModuleNote => {
        const broken = problems.get(module.prefix);
        const scenarios = plan.filter((scenario) => scenario.module === module.prefix).map(({ id }) => id);
        return { ...module, scenarios, ...(broken === undefined ? {} : { problems: broken }) };
      });
      return { modules: notes };
    },
  };
}
