import type { Check } from '../../harness/engine/rule/check.ts';
import { kindOfMust } from '../../harness/engine/rule/kind-of-must.ts';
import type { MustKind } from '../../harness/engine/rule/kind-of-must.ts';
import { isBinding, requirement } from './catalogue.ts';

/** What a check rests on if it is a MUST. */
export function mustOf(check: Check): MustKind | undefined {
  return kindOfMust(
    check,
    check.requirements.some((id) => isBinding(requirement(id))),
  );
}
