import type { Cause } from '../../harness/engine/verdict/cause.ts';
import { inOrder } from '../text/order.ts';
import { count } from '../text/units.ts';
import { foldedCards, type Card } from './card.ts';
import type { Markup } from '../markup.ts';
import { causeCard } from './cause.ts';
import type { Context } from './context.ts';
import { refusalCard } from './refusal.ts';

/** What a report shows of the refusals and causes, each once. */
export interface Sorted {
  /** Refusals and causes of failed MUSTs, what stops most first. */
  readonly main: readonly Card[];
  /** All other causes, in one fold. */
  readonly minor: Markup;
  /** The same of requests that Windows with its usual offers never sends. */
  readonly contrived?: { readonly main: readonly Card[]; readonly minor: Markup };
  /** Whether the run reached its target. */
  readonly isReached: boolean;
  /** Whether a message stayed without any answer of its kind. */
  readonly isStopped: boolean;
  /** Whether something is wrong besides. */
  readonly isWrong: boolean;
}

/** The exit code of a run that did not reach its target. */
const unreachable = 4;

/** Sorts the refusals and causes into cards. Where the target was not reached, no cause stands for itself. */
export function sorted(context: Context): Sorted {
  const { results } = context;
  const { stopping, security, others, causes } = inOrder(results);
  const isReached = results.exitCode !== unreachable;
  const isMain = ({ level }: Cause): boolean => level === 'MUST' && isReached;
  const isContrived = ({ damage }: Cause): boolean => damage === 'contrived';
  const cardsOf = (some: readonly Cause[]): readonly Card[] => some.map((cause) => causeCard(cause, context));
  const fold = (some: readonly Cause[]): Markup => foldedCards(titleOf(some.length, isReached), cardsOf(some));
  const usual = causes.filter((cause) => !isContrived(cause));
  const contrived = causes.filter(isContrived);
  const beside = [
    ...cardsOf(security.filter(isMain)),
    ...others.map((refusal) => refusalCard(refusal, context)),
    ...cardsOf(usual.filter(isMain)),
  ];
  return {
    main: [...stopping.map((refusal) => refusalCard(refusal, context)), ...beside],
    minor: fold([...security, ...usual].filter((cause) => !isMain(cause))),
    ...(contrived.length === 0
      ? {}
      : {
          contrived: {
            main: cardsOf(contrived.filter(isMain)),
            minor: fold(contrived.filter((cause) => !isMain(cause))),
          },
        }),
    isReached,
    isStopped: stopping.length > 0,
    isWrong: beside.length > 0,
  };
}

function titleOf(number: number, isReached: boolean): string {
  return isReached
    ? `${count(number, 'warning')} (SHOULD and MAY)`
    : `Seen before the run ended: ${count(number, 'cause')} of failed checks`;
}
