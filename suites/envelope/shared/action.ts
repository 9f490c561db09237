import type { Condition, NeedsEach, Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/** The condition of every check of the text of Action; `envelope/single-action` judges whether there is one. */
export const hasAction: Condition<NeedsEach> = {
  when: 'the answer has an Action',
  test: ({ header }) => header?.find('a:Action') !== undefined,
};

/** Each Action that is not the one that answers the request; white space around it does not count. */
export function* actionFinding({ header }: Evidence, expected: string): Iterable<Seen> {
  for (const action of header?.all('a:Action') ?? []) {
    const actual = action.text.trim();
    if (actual !== expected) yield { message: `Action is "${actual}"`, at: action, expected, actual };
  }
}
