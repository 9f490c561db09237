import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { readTermsAnswer, readTermsQuestion } from '../../../harness/protocol/terms-of-use/terms-answer.ts';
import type { TermsAnswer, TermsQuestion } from '../../../harness/protocol/terms-of-use/terms-answer.ts';

/** One walk through the terms of use, from the first request to the last answer. */
export interface TermsVisitSeen {
  readonly question: TermsQuestion;
  readonly pages: readonly [Evidence, ...Evidence[]];
  readonly last: Evidence;
  readonly deviations: readonly string[];
  /** Where it led back to the device: by a redirect, or by a link of the last page for those who accept. */
  readonly answer: TermsAnswer | undefined;
  /** Whether the person declined, as far as the recording tells. */
  readonly isDeclined: boolean;
  /** Whether the person only opened the page. */
  readonly isLook: boolean;
}

/** The visits among the exchanges of the terms of use, in order. Each has a client-request-id of its own. */
export function termsVisits(exchanges: readonly Evidence[]): readonly TermsVisitSeen[] {
  const open = new Map<string, { readonly question: TermsQuestion; readonly pages: Evidence[] }>();
  const visits: { readonly question: TermsQuestion; readonly pages: Evidence[] }[] = [];
  for (const item of exchanges) {
    const { label, request } = item.exchange;
    const flow = label === undefined ? '' : `${label.scenario} ${label.flow}`;
    const question = readTermsQuestion(request.url);
    const known = open.get(flow);
    if (question && request.method === 'GET' && question.requestId !== known?.question.requestId) {
      const visit = { question, pages: [item] };
      open.set(flow, visit);
      visits.push(visit);
    } else known?.pages.push(item);
  }
  return visits.map(({ question, pages }) => seen(question, pages));
}

function seen(question: TermsQuestion, pages: readonly Evidence[]): TermsVisitSeen {
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) throw new TypeError('a visit has an exchange at least');
  const name = first.exchange.label?.name ?? '';
  const isDeclined = name.endsWith('declined');
  const isLook = first.exchange.label !== undefined && !isDeclined && !/(?:^|-)terms$/.test(name);
  const location = last.headers('Location')[0]?.value.trim();
  const answer = location === undefined ? linked(last, isDeclined) : readTermsAnswer(location);
  return {
    question,
    pages: [first, ...pages.slice(1)],
    last,
    deviations: first.facts.deviations,
    answer,
    isDeclined,
    isLook,
  };
}

/** The answer that a link of the last page holds, where there is no redirect. */
function linked(last: Evidence, isDeclined: boolean): TermsAnswer | undefined {
  if (last.state !== 'page') return undefined;
  const answers = last.page.links.flatMap(({ address }) => readTermsAnswer(address) ?? []);
  return answers.find(({ isAccepted }) => isAccepted?.toLowerCase() === (isDeclined ? 'false' : 'true'));
}

/** Whether the server let a visit in: it showed a page, or accepted at once. */
export function isAdmitted({ last, answer }: TermsVisitSeen): boolean {
  return answer === undefined ? last.state === 'page' : answer.error === undefined && answer.isAccepted !== undefined;
}

/** The visits with these deviations that stand between two right ones, both of which the server let in. */
export function wrongVisits(
  exchanges: readonly Evidence[],
  isSought: (deviation: string) => boolean,
): readonly TermsVisitSeen[] {
  const visits = termsVisits(exchanges);
  const right = visits.map((visit) => visit.deviations.length === 0 && isAdmitted(visit));
  return visits.filter(
    ({ deviations }, index) =>
      deviations.length > 0 &&
      deviations.every(isSought) &&
      right.slice(0, index).includes(true) &&
      right.slice(index + 1).includes(true),
  );
}

/** The valid visits that the server let in. */
export function rightVisits(exchanges: readonly Evidence[]): readonly TermsVisitSeen[] {
  return termsVisits(exchanges).filter((visit) => visit.deviations.length === 0 && isAdmitted(visit));
}

/** The variant of a visit, for findings. */
export function variantOf({ pages: [first] }: TermsVisitSeen): string {
  return first.exchange.label?.variant ?? 'a wrong request';
}

/** The needs of checks that look at whole visits. */
export const termsNeeds = { across: 'terms-of-use', atLeast: 1, filter: 'response' } as const;
