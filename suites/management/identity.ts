import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

const wrong = ['manage-no-certificate', 'manage-stranger'] as const;

/** A challenge is a refusal of whoever does not know the secret: these senders guess it. */
export const managementIdentity = defineCheck({
  id: 'management/identity',
  title: 'Nobody gets a session without the certificate of a device, or the secret of its account',
  level: 'MUST',
  basis: 'security',
  requirements: ['SYN-16', 'TRN-30'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever knows the DeviceID of a device gets its commands and answers in its name',
  },
  remedy:
    'Know a device by its certificate, which you issued, or by the secret of its account, and never by what its message says.',
  needs: { each: 'manage', where: { deviation: wrong } },

  *judge({ exchange, facts, state, at }) {
    // What a header brings about, another check says.
    if (state !== 'success' || facts.deviations.includes('manage-forged-header')) return;
    yield { message: `The server held a session with ${exchange.label?.variant ?? 'a stranger'}`, at: at('status') };
  },

  counterexamples: [
    { name: 'a session for whoever names a device', ...behaves({ admits: 'anybody', proof: 'unasked' }) },
    {
      name: 'a session for any certificate with the subject of a device',
      ...behaves({ admits: 'subject', proof: 'unasked' }),
    },
    {
      name: 'a session for whoever names a device and sends any proof',
      ...behaves({ admits: 'anybody', proof: 'any' }),
    },
    {
      name: 'a session for any certificate with the subject of a device, and any proof',
      ...behaves({ admits: 'subject', proof: 'any' }),
    },
    {
      name: 'a session for whoever signs with the subject of a device',
      ...behaves({ asksForSignatures: true, admits: 'signer', signatures: 'of-anybody', proof: 'any' }),
    },
  ],
});
