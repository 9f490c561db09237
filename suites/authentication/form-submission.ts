import { defineCheck } from '../../harness/engine/rule/check.ts';
import { endFormOf } from '../../harness/protocol/html/end-form.ts';
import { afterLogin, replace } from '../../harness/engine/rule/departures.ts';

/** Nobody can send a form that neither a script nor a button sends. */
export const formSubmission = defineCheck({
  id: 'authentication/form-submission',
  title: 'The last page of the sign-in submits its form by a script, or has a control that does',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['AUTH-05'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'how the user gets on from a page that neither goes on nor has a button' },
  remedy: 'Submit the form by script when the page is loaded, with a button beside it for whoever runs no scripts.',
  needs: { each: 'authenticate' },

  *judge(evidence) {
    const { scripts, onload } = evidence.page;
    const isScripted = onload.length > 0 || scripts.some(({ text, src }) => src !== undefined || text.trim() !== '');
    if (isScripted || endFormOf(evidence.page)?.hasSubmit === true) return;
    yield { message: 'The page has no script and the form no control that submits it', at: evidence.at('body') };
  },

  counterexamples: [
    {
      name: 'neither script nor button',
      ...afterLogin(replace('authenticate', '<button type="submit">Continue</button>', '')),
      and: [afterLogin(replace('authenticate', '<script>document.forms[0].submit();</script>', ''))],
    },
  ],
});
