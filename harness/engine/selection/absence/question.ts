import type { Dossier } from '../../evidence/dossier.ts';
import type { Kind } from '../../evidence/kind.ts';
import type { Check, Needs } from '../../rule/check.ts';

/** That a check has nothing to judge. */
export interface Absence {
  readonly outcome: 'inapplicable' | 'inconclusive';
  readonly reason: string;
  /** The check that says why nothing came. */
  readonly blockedBy?: string;
}

/** Why is there nothing to judge? What a check needs, and the session that lacks it. */
export interface Question {
  readonly needs: Needs;
  readonly kinds: readonly Kind[];
  /** The deviations that it asks for; empty where it asks for none. */
  readonly deviations: readonly string[];
  readonly dossier: Dossier;
  /** Something came, but nothing that meets the condition of the check. */
  readonly isPartial: boolean;
}

/** One possible answer; undefined where the reason lies elsewhere. */
export type Reason = (question: Question) => Absence | undefined;

/** What a check asks of a session that brought it nothing, or with `isPartial` nothing that meets its condition. */
export function questionOf({ needs }: Check, dossier: Dossier, isPartial = false): Question {
  const kinds = 'flow' in needs ? needs.flow : ['across' in needs ? needs.across : needs.each].flat();
  return { needs, kinds, deviations: deviationsOf(needs), dossier, isPartial };
}

/** Whether a check is about messages of this kind: all that it looks at, or one step of its flow. */
export function isAbout(kind: Kind, { needs, kinds }: Question): boolean {
  return 'flow' in needs ? kinds.includes(kind) : kinds.every((candidate) => candidate === kind);
}

function deviationsOf(needs: Needs): readonly string[] {
  if ('flow' in needs || !needs.where || !('deviation' in needs.where)) return [];
  return [needs.where.deviation].flat();
}
