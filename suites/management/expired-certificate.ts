import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { isOfSecret, openedBy } from './shared/opened-by.ts';

const expired = 'state-expired-certificate';

/** The device proves itself, so that a challenge is not the last word. */
export const managementExpiredCertificate = defineCheck({
  id: 'management/expired-certificate',
  title: 'An expired certificate opens no session',
  level: 'MUST',
  basis: 'security',
  requirements: ['SYN-16'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'a certificate is good for ever for whoever has it' },
  remedy: 'Check the dates of the certificate of the connection.',
  needs: { across: 'manage', atLeast: 1, where: { deviation: expired } },

  applies: {
    when: 'the secret of the account alone, without a certificate, opens no session',
    test: (exchanges) => !isOfSecret(expired, exchanges),
  },

  *judge(exchanges) {
    for (const { exchange, at } of openedBy(expired, exchanges)) {
      const message = `The server held a session with ${exchange.label?.variant ?? 'an expired certificate'}`;
      yield { message, at: at('status') };
    }
  },

  counterexamples: [
    { name: 'a server that does not look at dates', ...behaves({ admits: 'expired' }) },
    {
      name: 'a server that does not look at dates and asks for no secret',
      ...behaves({ admits: 'expired', proof: 'unasked' }),
    },
  ],
});
