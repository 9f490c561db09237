import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { rightVisits, termsNeeds } from './shared/terms-visits.ts';
import type { TermsVisitSeen } from './shared/terms-visits.ts';

/** The device goes on with what the redirect says. */
export const termsAcceptance = defineCheck({
  id: 'authentication/terms-acceptance',
  title: 'Accepting the terms leads to redirect_uri with IsAccepted=true and an OpaqueBlob that is not empty',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-03'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device takes the terms for accepted, without which it does not enroll',
  },
  remedy: 'Redirect to redirect_uri with IsAccepted=true and OpaqueBlob behind its own query.',
  needs: termsNeeds,
  applies: { when: 'the terms were accepted', test: (exchanges) => accepted(exchanges).length > 0 },

  *judge(exchanges) {
    for (const { answer, last, question } of accepted(exchanges)) {
      const at = last.headers('Location')[0] ?? last.at('body');
      const { to = '', isAccepted = '', blob } = answer ?? {};
      if (!isSame(to, question.redirectUri)) {
        yield { message: 'The answer does not lead to redirect_uri', at, expected: question.redirectUri, actual: to };
      }
      if (isAccepted.toLowerCase() !== 'true') {
        yield { message: `IsAccepted is ${JSON.stringify(isAccepted)}`, at, expected: 'true', actual: isAccepted };
      }
      if (blob === undefined) yield { message: 'The redirect has no OpaqueBlob', at };
      else if (blob.trim() === '') yield { message: 'OpaqueBlob is empty', at };
    }
  },

  counterexamples: [
    { name: 'no OpaqueBlob', ...behaves({ termsPage: 'accepts-without-blob' }) },
    { name: 'an empty OpaqueBlob', ...behaves({ termsPage: 'accepts-with-empty-blob' }) },
    { name: 'another IsAccepted', ...behaves({ termsPage: 'accepts-with-yes' }) },
    { name: 'another address', ...behaves({ termsPage: 'answers-elsewhere' }) },
  ],
});

function accepted(exchanges: readonly Evidence[]): readonly TermsVisitSeen[] {
  return rightVisits(exchanges).filter(
    ({ answer, isDeclined, isLook }) =>
      answer !== undefined && !isDeclined && !isLook && answer.isAccepted?.toLowerCase() !== 'false',
  );
}

/** A parser writes the host of an address in lower case. */
function isSame(to: string, redirectUri: string): boolean {
  return to.toLowerCase() === redirectUri.replace(/[?#].*$/s, '').toLowerCase();
}
