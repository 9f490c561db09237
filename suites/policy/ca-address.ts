import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { isHttps } from '../provisioning/shared/is-https.ts';
import { certificateAuthorityPath } from './shared/paths.ts';
import { quoted, valuesAt } from './shared/values.ts';

const path = `${certificateAuthorityPath}/x:uris/x:cAURI/x:uri`;

/** Where a client may send its request and its credential (MS-XCEP 3.1.4.1.3.5). Windows goes to the address of Discover, so this is advice. */
export const caAddress = defineCheck({
  id: 'policy/ca-address',
  title: 'The uri of each cAURI is an absolute https URL',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['POL-50'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a client goes to this address; one that does sends its credential in the clear',
  },
  remedy: 'Write the complete https URL of the enrollment service, or send nil cAs.',
  needs: { each: 'get-policies' },
  applies: { when: 'a cAURI has a uri', test: ({ payload }) => valuesAt(payload, path).length > 0 },

  *judge({ payload }) {
    for (const uri of valuesAt(payload, path)) {
      if (!isHttps(uri.text)) yield { message: quoted(uri), at: uri, expected: 'https://…', actual: uri.text };
    }
  },

  counterexamples: [
    { name: 'plain http', ...set('get-policies', '//x:cAURI[1]/x:uri', 'http://ca.contoso.example/x') },
    { name: 'a path alone', ...set('get-policies', '//x:cAURI[2]/x:uri', '/EnrollmentServer/Enrollment.svc') },
  ],
});
