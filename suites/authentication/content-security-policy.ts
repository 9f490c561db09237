import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { afterLogin, header, replace } from '../../harness/engine/rule/departures.ts';
import { readPolicies } from '../../harness/protocol/html/content-security-policy.ts';
import type { ContentSecurityPolicy } from '../../harness/protocol/html/content-security-policy.ts';
import { endFormOf } from '../../harness/protocol/html/end-form.ts';

/** A browser that knows policies blocks what the last page has not allowed, and says nothing to the user. */
export const contentSecurityPolicy = defineCheck({
  id: 'authentication/content-security-policy',
  title: 'The last page of the sign-in delivers its form under its own Content-Security-Policy',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['AUTH-15'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the browser that shows the page minds the policy; one that does stays on it',
  },
  remedy:
    'Allow the script of the page by its hash or a nonce and the form by form-action, and give the form a button.',
  needs: { each: 'authenticate' },
  applies: {
    when: 'the last page has a Content-Security-Policy',
    test: (evidence) => policiesOf(evidence).length > 0,
  },

  *judge(evidence) {
    const policies = policiesOf(evidence);
    const form = endFormOf(evidence.page);
    const [field] = evidence.headers('Content-Security-Policy');
    const at = field ?? evidence.at('body');
    const address = form?.address ?? '';
    if (!policies.every((policy) => policy.maySubmit(address))) {
      const scheme = address.replace(/:.*$/s, ':');
      yield { message: `The policy lets no form go to an address with the scheme ${scheme}`, at };
    }
    if (form?.hasSubmit === true || runsScript(evidence, policies)) return;
    yield { message: 'The policy blocks each script of the page, and the form has no control that submits it', at };
  },

  counterexamples: [
    {
      name: 'a script that the policy blocks, without a button',
      ...afterLogin(header('authenticate', 'Content-Security-Policy', "default-src 'self'; form-action ms-app:")),
      and: [afterLogin(replace('authenticate', '<button type="submit">Continue</button>', ''))],
    },
    {
      name: 'a form that may go to the server alone',
      ...afterLogin(
        header('authenticate', 'Content-Security-Policy', "script-src 'unsafe-inline'; form-action 'self'"),
      ),
    },
  ],
});

/** The policies of the fields and of the page. Those for reports alone block nothing. */
function policiesOf(evidence: Evidence): readonly ContentSecurityPolicy[] {
  const fields = evidence.headers('Content-Security-Policy').map(({ value }) => value);
  return readPolicies([...fields, ...evidence.page.policies]);
}

/** A script that held a secret has another hash in a stored session, so that it counts as allowed. */
function runsScript({ page, exchange }: Evidence, policies: readonly ContentSecurityPolicy[]): boolean {
  const isChanged = (text: string): boolean => exchange.secrets.some(({ placeholder }) => text.includes(placeholder));
  return (
    page.scripts.some((script) => isChanged(script.text) || policies.every((policy) => policy.mayRun(script))) ||
    page.onload.some((handler) => isChanged(handler) || policies.every((policy) => policy.mayHandle(handler)))
  );
}
