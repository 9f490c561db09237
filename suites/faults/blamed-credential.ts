import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';

/** Wrong requests for which no document names a subcode. */
const deviations = ['action', 'request-type', 'key-exchange-token', 'query-token-status'];

/** Reasons that lie in the credential alone. */
const credentialReasons = ['Authentication', 'InvalidSecurity'];

/** The requests before and after it succeeded with the same credential. */
export const blamedCredential = defineCheck({
  id: 'faults/blamed-credential',
  title: 'An unknown Action or RequestType is not refused as if the credential were wrong',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-06', 'FLT-09'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; whoever does looks for the mistake in the credential',
  },
  remedy: 'Keep the subcodes Authentication and InvalidSecurity for a credential that is wrong.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: deviations } },
  applies: { when: 'the server refuses the request with a SOAP fault', test: ({ state }) => state === 'fault' },

  *judge({ fault, trouble }) {
    const { subcode = '', errorType, node, subcodeNode = node } = fault;
    if (errorType !== undefined || !credentialReasons.includes(subcode)) return;
    yield {
      message: `The server refused with ${trouble}, and takes the same credential in valid requests`,
      at: subcodeNode,
      expected: 'a subcode that is not about the credential',
      actual: subcode,
    };
  },

  counterexamples: [
    {
      name: 'an unknown user where the Action is unknown',
      deviation: 'action',
      ...answer('get-policies fault', { as: 'fault', subcode: 'Authentication' }),
    },
    {
      name: 'an unusable Security header where the RequestType is unknown',
      deviation: 'request-type',
      ...answer('issue fault', { as: 'fault', subcode: 'InvalidSecurity' }),
    },
    {
      name: 'an unknown user where a key exchange token is asked for',
      deviation: 'key-exchange-token',
      ...answer('issue fault', { as: 'fault', subcode: 'Authentication' }),
    },
    {
      name: 'an unknown user where a status is asked for',
      deviation: 'query-token-status',
      ...answer('issue fault', { as: 'fault', subcode: 'Authentication' }),
    },
  ],
});
