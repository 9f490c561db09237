import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

const forged = 'manage-forged-header';

/** Where no certificate is needed at all, `management/identity` says so, and a header proves nothing. */
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
  needs: { across: 'manage', atLeast: 2, where: { deviation: [forged, 'manage-no-certificate'] } },

  applies: {
    when: 'the server holds no session with whoever shows no certificate',
    test: (exchanges) => !exchanges.some((item) => !isForged(item) && item.state === 'success'),
  },

  *judge(exchanges) {
    for (const { exchange, at } of exchanges.filter((item) => isForged(item) && item.state === 'success')) {
      yield {
        message: `The server held a session with ${exchange.label?.variant ?? 'a forged header'}`,
        at: at('status'),
      };
    }
  },

  counterexamples: [{ name: 'a server that believes a header', ...behaves({ admits: 'forwarded', proof: 'unasked' }) }],
});

function isForged({ facts }: Pick<Evidence, 'facts'>): boolean {
  return facts.deviations.includes(forged);
}
