import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node';
import { deliver, prepareDelivery } from '../../harness/cli/deliver.ts';
import { messageOf } from '../../harness/cli/failures.ts';
import { openDossier } from '../../harness/engine/dossier.ts';
import type { Judgement, Results } from '../../harness/engine/results.ts';
import type { Session } from '../../harness/session/exchange.ts';
import { readHar } from '../../harness/session/har.ts';
import { resultsOf } from '../assess.ts';
import { checks } from '../index.ts';
import { occasionOf } from '../stored-session.ts';
import './conformance.ts';
import type { Gathered } from './gather.ts';
import { deliveryOptionsOf } from './run-settings.ts';

/**
 * Collects the judgements that the suites left on their tests and ends as the command does: the same reports, summary and
 * exit code. A run that was interrupted, or in which a test left no judgement, writes nothing.
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
      this.#print(`mde-conformance: no report is written, because there is no judgement for: ${unjudged}\n`);
      return;
    }
    const judgements = judgementsOf(modules);
    if (judgements.length === 0) return;
    await this.#deliver(judgements, first.project.getProvidedContext().gathered);
  }

  async #deliver(judgements: readonly Judgement[], { har, mode, name }: Gathered): Promise<void> {
    const session = readHar(har);
    const results = assemble(judgements, session, mode, name);
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

/** A test or file that broke before its check had judged. A test that was filtered out is none. */
function unjudgedIn(modules: readonly TestModule[]): string | undefined {
  const broken = modules.find((module) => module.errors().length > 0);
  if (broken) return broken.relativeModuleId;
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  return tests.find((test) => test.meta().judgement === undefined && test.result().state !== 'skipped')?.fullName;
}

/** In the order of the registry, whichever worker was first. */
function judgementsOf(modules: readonly TestModule[]): readonly Judgement[] {
  const left = modules
    .flatMap((module) => [...module.children.allTests()])
    .flatMap((test) => test.meta().judgement ?? [])
    .map((judgement) => [judgement.check, judgement] as const);
  const byCheck = new Map<string, Judgement>(left);
  return checks.flatMap(({ id }) => byCheck.get(id) ?? []);
}

function assemble(judgements: readonly Judgement[], session: Session, mode: Gathered['mode'], name: string): Results {
  const judged = new Set<string>(judgements.map(({ check }) => check));
  const selected = checks.filter(({ id }) => judged.has(id));
  using dossier = openDossier(narrowedTo(selected.length, session));
  return resultsOf(dossier, selected, judgements, occasionOf(session, mode, name));
}

/** Where vitest was told to run only some tests, the results say so. */
function narrowedTo(count: number, session: Session): Session {
  if (!session.meta || count === checks.length) return session;
  const filters = [...session.meta.filters, `${count} of ${checks.length} checks`];
  return { ...session, meta: { ...session.meta, filters } };
}
