import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { certificateAuthorityPath } from './shared/paths.ts';
import { integerOf, quoted } from './shared/values.ts';

const path = `${certificateAuthorityPath}/x:uris/x:cAURI/x:clientAuthentication`;
const kinds = [1n, 2n, 4n, 8n];

/** Anonymous, Kerberos, user name and password, or certificate: one of them, not a sum of several. */
export const caAuthentication = defineCheck({
  id: 'policy/ca-authentication',
  title: 'clientAuthentication of each cAURI is 1, 2, 4 or 8',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-20'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which credential a device sends to this address, if it goes there' },
  remedy: 'Send one of the four values; list an address once for each credential that it takes.',
  needs: { each: 'get-policies' },
  applies: { when: 'a cAURI has a clientAuthentication', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    for (const kind of payload.all(path)) {
      if (!kinds.includes(integerOf(kind) ?? 0n)) {
        yield { message: quoted(kind), at: kind, expected: kinds.join(' or '), actual: kind.text };
      }
    }
  },

  counterexamples: [
    { name: 'two kinds at once', ...set('get-policies', '//x:cAURI[1]/x:clientAuthentication', '12') },
    { name: 'none', ...set('get-policies', '//x:cAURI[2]/x:clientAuthentication', '0') },
  ],
});
