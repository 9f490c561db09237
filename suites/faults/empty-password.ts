import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from './shared/acceptance.ts';

/**
 * An LDAP directory reports success for a bind with a name and no password, which only means that nobody was authenticated. A server that
 * asks it has to refuse an empty password itself (RFC 4513 sections 5.1.2 and 6.3.1). A renewal may carry one, because the certificate
 * speaks for the device (MS-MDE2 3.5.4.1.1.1).
 */
export const emptyPassword = defineCheck({
  id: 'faults/empty-password',
  title: 'An empty password is not accepted',
  level: 'MUST',
  basis: 'security',
  requirements: ['FLT-06', 'ENR-35'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever knows the name of a user enrolls devices in that name' },
  remedy: 'Refuse an empty password before you ask the directory: a bind without a password succeeds for any name.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'empty-password' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence, 'The server accepted the name of a user with an empty password');
  },

  counterexamples: [
    { name: 'an unauthenticated bind', ...behaves({ takesForRight: 'nothing' }) },
    {
      name: 'certificates for an empty password',
      ...answer('issue fault', { as: 'control' }),
      matching: '<wsse:Password[^>]*(?:/>|></)',
    },
  ],
});
