import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { isFilled } from '../../harness/protocol/html/html-form.ts';
import { appruOf } from './shared/start-page.ts';
import { visitsIn } from './shared/visits.ts';
import type { Visit } from './shared/visits.ts';

/** A refusal, or the token for the Settings app whatever the appru is, are both right. Which other schemes of Windows are right is open. */
export const foreignAppru = defineCheck({
  id: 'authentication/foreign-appru',
  title: 'The token of a sign-in goes to no address of the web and to no script that appru names',
  level: 'MUST',
  basis: 'security',
  requirements: ['AUTH-06'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'a link to the page gives its author the token, with which he enrolls as the user',
  },
  remedy:
    'Refuse an appru with another scheme than ms-app: (or another of the applications that you know) on the first page.',
  needs: { across: 'authenticate', atLeast: 1, where: { deviation: 'foreign-appru' } },

  *judge(pages) {
    const visits = visitsIn(pages);
    let isGiven = false;
    for (const { pages: seen, first } of visits) {
      const appru = appruOf(first) ?? '';
      for (const page of seen.filter((one) => givesToken(one, appru))) {
        isGiven = true;
        yield { message: `The token goes to ${JSON.stringify(appru)}`, at: page.at('body'), actual: appru };
      }
    }
    const open = isGiven ? undefined : visits.map(openEnd).find((reason) => reason !== undefined);
    if (open !== undefined) throw new UnusableEvidence(open);
  },

  counterexamples: [{ name: 'any appru', ...behaves({ signInPage: 'any-appru' }) }],
});

/** The names of inputs and parameters that hold a token. */
const tokens = /^(?:wresult|code|.*token.*)$/i;

function givesToken(page: Evidence, appru: string): boolean {
  if (page.state === 'broken' || appru === '') return false;
  const isByForm = page.page.forms.some(
    ({ action, fields }) =>
      goesTo(action, appru) && fields.some(({ name, value }) => tokens.test(name) && value.trim() !== ''),
  );
  return isByForm || page.headers('Location').some(({ value }) => goesTo(value, appru) && hasToken(value));
}

function hasToken(address: string): boolean {
  const [, query = '', fragment = ''] = /^[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
  return [query, fragment].some((text) =>
    [...new URLSearchParams(text)].some(([name, value]) => tokens.test(name) && value !== ''),
  );
}

/** Whether an address is on the host that an appru names, or has its scheme where that has no hosts. */
function goesTo(address: string, appru: string): boolean {
  const to = address.trim();
  if (!URL.canParse(to) || !URL.canParse(appru)) return false;
  const [there, asked] = [new URL(to), new URL(appru)];
  return asked.host === '' ? there.protocol === asked.protocol : there.host === asked.host;
}

/** Why a visit does not tell where the token would go, as a clause; undefined where it does. */
function openEnd({ variant, first, last, isFilled: isSignedIn }: Visit): string | undefined {
  if (last.state === 'broken' || last.state === 'unusable') return undefined;
  const appru = appruOf(first) ?? '';
  if (last.response.status >= 300 && last.response.status < 400) {
    // What says to the caller that it refuses does refuse.
    return isSignedIn || last.headers('Location').some(({ value }) => goesTo(value, appru))
      ? undefined
      : `the page for ${variant} leads to another host, which this run does not open without "signIn.form"`;
  }
  const { forms, scripts } = last.page;
  const host = URL.canParse(appru) ? new URL(appru).hostname : '';
  if (host !== '' && scripts.some(({ text }) => text.includes(host))) {
    return `a script of the page for ${variant} names the appru, and only a browser shows what it does with it`;
  }
  const asks = forms.some(({ fields }) => fields.some(isFilled));
  return asks && !isSignedIn
    ? `the page asks a user to sign in for ${variant}, and only "signIn.form" in the target file shows what follows`
    : undefined;
}
