import { sameAddress } from '../../harness/engine/evidence/endpoints.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close } from '../../harness/engine/rule/departures.ts';
import { linkValue } from '../../harness/protocol/deep-link/read-deep-link.ts';
import { linksOf } from './shared/links-of.ts';

/** Only of a server that the session has asked: a link may name another one, which nobody wanted to test. */
export const serverAnswer = defineCheck({
  id: 'deep-link/server-answer',
  title: 'Discovery answers at the servername of each enrollment link',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['LNK-02'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a user sees whose link leads to a server that does not answer' },
  remedy: 'Write the address into servername at which this server answers Discover.',
  needs: { across: ['deep-link-page', 'discover'], atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'a link names a server that was asked for discovery',
    test: (all) => named(all).some(({ server }) => askedAt(server, all).length > 0),
  },

  *judge(all) {
    for (const { page, server } of named(all)) {
      const asked = askedAt(server, all);
      if (asked.length === 0 || asked.some(({ state }) => state === 'success')) continue;
      yield { message: `Discovery at ${server} got ${asked[0]?.trouble ?? 'no answer'}`, at: page.at('body') };
    }
  },

  counterexamples: [
    { name: 'a fault of discovery', ...answer('discover', { as: 'fault', subcode: 'EnrollmentServer' }) },
    { name: 'a closed connection', ...close('discover') },
  ],
});

interface NamedServer {
  readonly page: Evidence;
  readonly server: string;
}

function named(all: readonly Evidence[]): readonly NamedServer[] {
  const found = new Map<string, NamedServer>();
  for (const page of all) {
    if (page.kind !== 'deep-link-page' || page.state !== 'success') continue;
    for (const { link } of linksOf(page)) {
      const server = linkValue(link, 'servername');
      if (server !== undefined && !found.has(server)) found.set(server, { page, server });
    }
  }
  return [...found.values()];
}

/** The messages to a server that a link names by the address of discovery, or by its host alone. */
function askedAt(server: string, all: readonly Evidence[]): readonly Evidence[] {
  const whole = URL.canParse(server) && new URL(server).pathname === '/' ? new URL(standardPath, server).href : server;
  return all.filter(({ kind, exchange }) => kind === 'discover' && sameAddress(exchange.request.url, whole));
}

const standardPath = '/EnrollmentServer/Discovery.svc';
