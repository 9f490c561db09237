import { openDossier } from '../../engine/evidence/dossier.ts';
import { remainingDevices } from '../../engine/evidence/remaining-devices.ts';
import { noteExchanges } from '../../engine/verdict/exchange-notes.ts';
import { judge } from '../../engine/verdict/judge.ts';
import { ownDefects } from '../../engine/verdict/own-defects.ts';
import type { OwnResults } from '../../engine/verdict/own-results.ts';
import type { Judgement, Results } from '../../engine/verdict/results.ts';
import { countsOf } from '../../engine/verdict/verdict.ts';
import { deepFreeze } from '../../wire/exchange/deep-freeze.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import type { ModuleNote } from '../../wire/exchange/module-note.ts';
import { exitCodeUnder } from '../../../reports/waivers/exit-code.ts';
import { count } from '../../../reports/text/units.ts';
import { guardedCheck } from './guarded-check.ts';
import { oursIn, ownScenariosIn } from './ours-in.ts';
import type { CheckModule } from './own-module.ts';

/**
 * Adds what modules of checks see in a session to what ours saw in `oursIn` of it. Only the exit code and the list of exchanges change besides. A
 * module that the run had used and that is not given stands there as not judged.
 */
export function withOwn(
  results: Results,
  session: Session,
  modules: readonly CheckModule[],
  deviceTrust: readonly string[] = [],
): Results {
  const notes = session.meta?.modules ?? [];
  if (modules.length === 0 && notes.length === 0) return results;
  const isDriven = ownScenariosIn(session).size > 0 && oursIn(session).exchanges.length < session.exchanges.length;
  using dossier = isDriven ? openDossier(session, deviceTrust) : undefined;
  const defectsOf = (prefix: string): readonly string[] =>
    dossier === undefined
      ? []
      : ownDefects(dossier, ({ exchange: { label } }) => label?.scenario.startsWith(`${prefix}/`) === true);
  const own = [
    ...modules.map((module): OwnResults => {
      const note = notes.find(({ prefix }) => prefix === module.name.prefix);
      const judgements = judgementsOf(module, session, deviceTrust);
      return ownResults(module.name, judgements, note, defectsOf(module.name.prefix));
    }),
    ...notes
      .filter(({ prefix }) => !modules.some(({ name }) => name.prefix === prefix))
      .map((note): OwnResults => ownResults(nameIn(note), undefined, note, defectsOf(note.prefix))),
  ];
  const { scope } = results;
  const whole = {
    ...results,
    ...(dossier === undefined
      ? {}
      : {
          scope: scope.remaining === undefined ? scope : { ...scope, remaining: remainingDevices(dossier.evidence) },
          exchanges: noteExchanges(dossier),
        }),
    own,
  };
  return { ...whole, exitCode: exitCodeUnder(whole) };
}

/** Each module judges a copy: what it does to its evidence reaches neither the session nor another module. */
function judgementsOf(
  { name, checks, noteOf }: CheckModule,
  session: Session,
  deviceTrust: readonly string[],
): readonly Judgement[] {
  using dossier = openDossier(deepFreeze(structuredClone(session)), deviceTrust);
  return checks.map((check) =>
    judge(guardedCheck(check, name.name, session.exchanges.length), dossier, (id) => noteOf(id)),
  );
}

function nameIn({ prefix, name, version, digest }: ModuleNote): OwnResults['module'] {
  return {
    prefix,
    name,
    ...(version === undefined ? {} : { version }),
    ...(digest === undefined ? {} : { digest }),
  };
}

function ownResults(
  module: OwnResults['module'],
  judgements: readonly Judgement[] | undefined,
  note: ModuleNote | undefined,
  defects: readonly string[],
): OwnResults {
  const { passed, failed, inapplicable, inconclusive, errored, failedMust, inconclusiveMust } = countsOf(
    judgements ?? [],
    [],
  );
  const counts = { passed, failed, inapplicable, inconclusive, errored, failedMust, inconclusiveMust };
  const problems = [...(note?.problems ?? []), ...defects];
  return {
    module,
    state: judgements === undefined ? 'not-judged' : 'judged',
    because:
      judgements === undefined ? 'the run used the module, which is not given here' : becauseOf(counts, module, note),
    ...(problems.length === 0 ? {} : { problems }),
    scenarios: note?.scenarios ?? [],
    counts,
    judgements: judgements ?? [],
  };
}

/** `3 checks: 2 passed, 1 failed (1 MUST)`. */
function becauseOf(
  counts: OwnResults['counts'],
  { digest }: OwnResults['module'],
  note: ModuleNote | undefined,
): string {
  const { passed, failed, inapplicable, inconclusive, errored, failedMust, inconclusiveMust } = counts;
  const all = passed + failed + inapplicable + inconclusive + errored;
  const part = (number: number, word: string, musts = 0): readonly string[] =>
    number === 0 ? [] : [`${number} ${word}${musts === 0 ? '' : ` (${musts} MUST)`}`];
  const parts = [
    ...part(passed, 'passed'),
    ...part(failed, 'failed', failedMust),
    ...part(inconclusive, 'inconclusive', inconclusiveMust),
    ...part(inapplicable, 'inapplicable'),
    ...part(errored, 'broke'),
  ];
  const isOther = note !== undefined && digest !== undefined && note.digest !== undefined && note.digest !== digest;
  const other = isOther ? '; the run used another version of the module' : '';
  return `${count(all, 'check')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}${other}`;
}
