import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header, status } from '../../harness/engine/rule/departures.ts';

/** A device follows no redirect by itself that its user has not accepted at the enrollment. */
export const renewalRedirect = defineCheck({
  id: 'renewal/redirect',
  title: 'A renewal is answered where it was sent, without a redirect',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TRN-20'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device refuses the redirect, and does not renew',
    evidence: {
      by: 'specified',
      source: 'Learn: Certificate renewal 2024: a device follows no redirect that it did not accept at its enrollment',
    },
  },
  remedy: 'Renew at the address that Discover names; where that moves, let Discover name the new one.',
  needs: { each: 'renew', filter: 'answered' },

  *judge({ response, headers, at }) {
    if (response.status < 300 || response.status > 399) return;
    const [location] = headers('Location');
    const where = location ? ` to "${location.value}"` : '';
    yield { message: `HTTP status ${response.status} redirects the renewal${where}`, at: at('status') };
  },

  counterexamples: [
    {
      name: 'a redirect to another address',
      ...status('renew', 307),
      and: [header('renew', 'Location', 'https://mdm.contoso.example/Renew')],
    },
  ],
});
