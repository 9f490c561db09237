import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { hasDeviation, openedBy, secretAlone } from './shared/opened-by.ts';

const forged = 'manage-forged-header';

/**
 * The sender knows the secret of the account, so that a challenge is not the last word. Where nothing is needed at all,
 * `management/identity` says so, and a header proves nothing.
 */
export const managementForgedHeader = defineCheck({
  id: 'management/forged-header',
  title: 'A certificate in a header field that comes from outside opens no session',
  level: 'MUST',
  basis: 'security',
  requirements: ['SYN-55'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever knows the public certificate of a device gets its commands and answers in its name',
  },
  remedy: 'Take such a header from your own proxy alone, and let the proxy remove what comes from outside.',
  needs: { across: 'manage', atLeast: 2, where: { deviation: [forged, 'manage-no-certificate', secretAlone] } },

  applies: {
    when: 'the server holds no session with whoever shows neither a certificate nor the secret of the account',
    test: (exchanges) => !exchanges.some((item) => isUnknown(item) && item.state === 'success'),
  },

  *judge(exchanges) {
    for (const { exchange, at } of openedBy(forged, exchanges)) {
      const message = `The server held a session with ${exchange.label?.variant ?? 'a forged header'}`;
      yield { message, at: at('status') };
    }
  },

  counterexamples: [
    { name: 'a server that believes a header', ...behaves({ admits: 'forwarded' }) },
    {
      name: 'a server that believes a header and asks for no secret',
      ...behaves({ admits: 'forwarded', proof: 'unasked' }),
    },
  ],
});

/** Who shows nothing at all. */
function isUnknown(item: Evidence): boolean {
  return !hasDeviation(item, forged) && !hasDeviation(item, secretAlone);
}
