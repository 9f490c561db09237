import type { Check } from '../../engine/rule/check.ts';
import { mustKinds } from '../../engine/rule/kind-of-must.ts';
import type { RequirementNote } from '../../engine/verdict/results.ts';
import { bases, checkImpactSentence, mustMeanings } from '../../../reports/text/wording.ts';
import { isBinding, requirement, sourceText } from '../../../suites/requirements/catalogue.ts';
import { mustOf } from '../../../suites/requirements/must-of.ts';
import { needsText } from './needs-text.ts';

/** What a check is, in words: `explain` and its page on the documentation site are two forms of this. */
export interface ExplainedCheck {
  readonly id: string;
  readonly title: string;
  /** Level, what a MUST rests on, and basis: `MUST, specified, specification`. */
  readonly marks: string;
  readonly since: string;
  /** What the level rests on, as sentences. */
  readonly why: string;
  /** What a device does otherwise, with the evidence of it. No full stop. */
  readonly device: string;
  /** Where Windows was seen to fail on it. */
  readonly seen?: string;
  readonly remedy: string;
  /** The evidence that it judges, as sentences. */
  readonly judges: string;
  /** Completes "Applies when". */
  readonly applies?: string;
  readonly rows: readonly RequirementNote[];
  readonly counterexamples: readonly { readonly name: string; readonly serve: string }[];
}

/** Explains one check of the registry. */
export function explainCheck(check: Check): ExplainedCheck {
  const { id, title, level, basis, since, seen, remedy, needs, applies, requirements } = check;
  const must = mustOf(check);
  return {
    id,
    title,
    marks: [level, must === undefined ? [] : mustKinds[must], basis].flat().join(', '),
    since,
    why: [
      `It is a ${level}, because ${bases[basis]}.`,
      ...(must === undefined ? [] : [`The MUST is ${mustKinds[must]}: ${mustMeanings[must]}.`]),
    ].join(' '),
    device: checkImpactSentence(check),
    ...(seen === undefined ? {} : { seen }),
    remedy,
    judges: needsText(needs),
    ...(applies === undefined ? {} : { applies: applies.when }),
    rows: requirements.map((name) => {
      const row = requirement(name);
      return { id: row.id, rule: row.rule, source: sourceText(row), binds: isBinding(row) };
    }),
    counterexamples: check.counterexamples.map(({ name }, index) => ({ name, serve: `serve --defect ${id}:${index}` })),
  };
}
