import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header, status } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { isSoapKind } from '../../harness/engine/evidence/kind.ts';
import { deviceImpact } from '../../harness/engine/rule/device-impact.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';

const elsewhere: Impact = {
  kind: 'unknown',
  says: 'whether the browser or the management client of a device follows a redirect to http',
};

/** Otherwise, anybody on the network could redirect the device. */
export const secureRedirect = defineCheck({
  id: 'transport/secure-redirect',
  title: 'No HTTPS request is redirected to plain HTTP',
  level: 'MUST',
  basis: 'windows',
  requirements: ['TRN-03', 'TRN-19'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x8018001A',
    says: 'the device refuses the redirect and gives up',
    evidence: witnesses.constants,
  },
  remedy: 'Redirect to https addresses only.',
  needs: {
    each: ['probe', 'discover', 'authenticate', 'terms-of-use', 'get-policies', 'issue', 'renew', 'manage'],
    filter: 'response',
  },

  *judge(evidence) {
    const { exchange, response, headers } = evidence;
    const isOfEnrollment = evidence.kind === 'probe' || isSoapKind(evidence.kind);
    // The browser asked for that address itself.
    if (evidence.facts.deviations.includes('foreign-appru')) return;
    if (response.status < 300 || response.status > 399 || !exchange.request.url.startsWith('https:')) return;
    for (const field of headers('Location')) {
      if (
        URL.canParse(field.value, exchange.request.url) &&
        new URL(field.value, exchange.request.url).protocol === 'http:'
      ) {
        const impact = isOfEnrollment ? deviceImpact(evidence) : elsewhere;
        yield { message: `The server redirects to "${field.value}"`, at: field, actual: field.value, impact };
      }
    }
  },

  counterexamples: [
    {
      name: 'a probe that is redirected to plain HTTP',
      ...status('probe', 302),
      and: [header('probe', 'Location', 'http://enroll.contoso.example/EnrollmentServer/Discovery.svc')],
    },
    {
      name: 'a refusal that sends the user to a page in plain HTTP',
      ...status('issue fault', 302),
      and: [header('issue fault', 'Location', 'http://www.contoso.example/help')],
    },
  ],
});
