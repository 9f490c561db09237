import { defineCheck } from '../../harness/engine/rule/check.ts';
import { unreadAnswer } from './shared/unread-answer.ts';

/**
 * Windows 8.1 uses an older protocol with the same first message. The server has to serve it or refuse it with a fault.
 */
export const legacyDiscover = defineCheck({
  id: 'discovery/legacy-discover',
  title: 'The Discover request of Windows 8.1 is answered with a DiscoverResponse or a SOAP fault',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-25'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows 10 and 11 send no such request; the user of a Windows 8.1 does not learn the reason',
  },
  remedy: 'Answer a request that has EmailAddress and a nil RequestVersion only, or refuse it with a SOAP fault.',
  needs: { each: 'discover', where: { deviation: 'legacy-discover' } },

  *judge(evidence) {
    yield* unreadAnswer(evidence, 'a DiscoverResponse or a SOAP fault');
  },

  counterexamples: [
    { name: 'an error page', on: 'discover fault', deviation: 'legacy-discover', answer: { as: 'html' } },
    { name: 'a crash', on: 'discover fault', deviation: 'legacy-discover', connection: 'close' },
  ],
});
