import type { Kind } from '../../engine/evidence/kind.ts';
import type { AnswerFilter, Needs, Where } from '../../engine/rule/check.ts';

/** What an answer of each kind answers. */
export const kindNames: Readonly<Record<Kind, string>> = {
  probe: 'the probe of the discovery address',
  'plain-probe': 'the probe over plain HTTP',
  discover: 'Discover',
  authenticate: 'the sign-in',
  'terms-of-use': 'the terms of use',
  'get-policies': 'GetPolicies',
  issue: 'RequestSecurityToken (Issue)',
  renew: 'RequestSecurityToken (Renew)',
  manage: 'a management message',
  'deep-link-page': 'the request for a page that publishes enrollment links',
  host: 'a request that shows the TLS of a host',
  throttled: 'a request that a limit of the server refused',
  other: 'other traffic',
};

interface Counted {
  readonly one: string;
  readonly many: string;
}

const filters: Readonly<Record<AnswerFilter, Counted>> = {
  attempt: { one: 'answer, or missing answer,', many: 'answers, and missing answers,' },
  answered: { one: 'answer with a status line', many: 'answers with a status line' },
  success: { one: 'successful answer', many: 'successful answers' },
  fault: { one: 'SOAP fault in answer', many: 'SOAP faults in answer' },
  refusal: { one: 'refusal', many: 'refusals' },
  response: {
    one: 'answer with a status line, whatever was asked,',
    many: 'answers with a status line, whatever was asked,',
  },
};

/** Which evidence a check judges, as sentences. */
export function needsText(needs: Needs): string {
  if ('flow' in needs)
    return `The successful answers to ${listed(
      needs.flow.map((kind) => kindNames[kind]),
      'and',
    )} of each enrollment, together.`;
  const { one, many } = needs.where ? { one: 'answer', many: 'answers' } : filters[needs.filter ?? 'success'];
  if ('each' in needs) return `Each ${one} to ${names(needs.each)}, by itself.${whereText(needs.where)}`;
  return `All ${many} to ${names(needs.across)}, together; at least ${needs.atLeast}.${whereText(needs.where)}`;
}

function names(kinds: Kind | readonly Kind[]): string {
  return listed(
    [kinds].flat().map((kind) => kindNames[kind]),
    'or',
  );
}

function whereText(where: Where | undefined): string {
  if (where === undefined) return '';
  const beside = 'It counts only if the valid requests beside it succeed.';
  if ('deviation' in where)
    return ` Only where the request departs from a valid one in this way: ${listed([where.deviation].flat(), 'or')}. ${beside}`;
  const when = where.isSimultaneous ? ', sent at the same time' : '';
  return ` Only where the request is one of the valid variants "${where.family}"${when}. ${beside}`;
}

function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
