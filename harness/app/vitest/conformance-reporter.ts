import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node';
import { deliver, prepareDelivery } from '../cli/deliver.ts';
import { messageOf } from '../cli/failures.ts';
import { withWaivers } from '../cli/gate.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import type { Waiver } from '../../engine/verdict/waiver.ts';
import { readHar } from '../../wire/har/har.ts';
import { occasionOf } from '../stored-session.ts';
import { assembleResults } from './assemble-results.ts';
import type { Gathered } from './gather.ts';
import { deliveryOptionsOf } from './run-settings.ts';

/**
 * Collects the judgements that the suites stored on their tests, and ends as the command does: with the same reports, summary and
 * exit code. It writes nothing if the run was interrupted or a test stored no judgement.
 */
export default class ConformanceReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(all: readonly TestModule[], _errors: unknown, reason: TestRunEndReason): Promise<void> {
    const modules = all.filter(({ project }) => project.name === 'conformance');
    const [first] = modules;
    if (!first || reason === 'interrupted') return;
    const unjudged = unjudgedIn(modules);
    if (unjudged !== undefined) {
      this.#print(`mde-conformance: no report was written, because this test gave no judgement: ${unjudged}\n`);
      return;
    }
    const judgements = judgementsOf(modules);
    if (judgements.length === 0) return;
    const { gathered, waivers } = first.project.getProvidedContext();
    await this.#deliver(judgements, gathered, waivers);
  }

  async #deliver(
    judgements: readonly Judgement[],
    { har, mode, name }: Gathered,
    waivers: readonly Waiver[],
  ): Promise<void> {
    const session = readHar(har);
    const results = withWaivers(assembleResults(judgements, session, occasionOf(session, mode, name)), waivers);
    const io = {
      out: (text: string) => {
        this.#print(text);
      },
      colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
      width: process.stdout.columns,
    };
    try {
      const code = await deliver({ results, session, har }, await prepareDelivery(deliveryOptionsOf(process.env)), io);
      if (code !== 0) process.exitCode = code;
    } catch (error) {
      this.#print(`mde-conformance: ${messageOf(error)}\n`);
      process.exitCode = 2;
    }
  }

  #print(text: string): void {
    this.#vitest?.logger.log(text);
  }
}

/** A test or file that broke before its check had judged; a test that was filtered out does not count. */
function unjudgedIn(modules: readonly TestModule[]): string | undefined {
  const broken = modules.find((module) => module.errors().length > 0);
  if (broken) return broken.relativeModuleId;
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  return tests.find((test) => test.meta().judgement === undefined && test.result().state !== 'skipped')?.fullName;
}

function judgementsOf(modules: readonly TestModule[]): readonly Judgement[] {
  return modules.flatMap((module) => [...module.children.allTests()]).flatMap((test) => test.meta().judgement ?? []);
}
