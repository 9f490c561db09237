import { openDossier } from '../../engine/evidence/dossier.ts';
import type { Check } from '../../engine/rule/check.ts';
import { judge } from '../../engine/verdict/judge.ts';
import type { Outcome } from '../../engine/verdict/results.ts';
import { readRedactedHar } from '../../wire/har/har.ts';
import type { Har } from '../../wire/har/har.ts';
import { withoutWording } from '../without-wording.ts';

/** What checks say of a session, by id. */
export type Outcomes = Readonly<Record<string, Told>>;

/** What one check says of it. */
interface Told {
  readonly outcome: Outcome;
  /** The first finding, or why it is not judged; left out where it passes. */
  readonly message?: string;
}

/** Judges what `writeHar` made by these checks, each with its words. */
export function outcomesOn(har: Har, checks: readonly Check[]): Outcomes {
  using dossier = openDossier(readRedactedHar(har));
  const told = checks.map((check): readonly [string, Told] => {
    const { outcome, reason, findings } = judge(check, dossier, withoutWording);
    const message = findings[0]?.message ?? reason;
    return [check.id, { outcome, ...(message === undefined ? {} : { message }) }];
  });
  return Object.fromEntries(told);
}
