import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, duplicate, remove, rename } from '../../harness/engine/rule/departures.ts';
import { validateBody } from '../../harness/protocol/xml/schema.ts';

/**
 * Validates the whole message. No schema was published for this profile, so each of its MUSTs has a check of its own.
 */
export const enrollmentSchema = defineCheck({
  id: 'enrollment/schema',
  title:
    'The RequestSecurityTokenResponseCollection holds what WS-Trust and its profiles define, each where it belongs',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-09', 'ENR-10'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device gives up at the violation or passes over it' },
  remedy: 'Send the members of MS-MDE2 3.4.4.1.1.2, each once and in its own namespace, and no others.',
  needs: { each: ['issue', 'renew'] },

  *judge({ answer, at }) {
    for (const { message, path } of validateBody(answer, 'request-security-token-response-collection')) {
      yield { message, at: at('body', path) };
    }
  },

  counterexamples: [
    {
      name: 'an element that nobody defined',
      ...append('issue', '//wst:RequestSecurityTokenResponse', '<Vendor xmlns="urn:example">1</Vendor>'),
    },
    { name: 'a member that is there twice', ...duplicate('issue', '//wst:RequestedSecurityToken') },
    { name: 'a response without a token', ...remove('issue', '//wst:RequestedSecurityToken') },
    { name: 'a member in the namespace around it', ...rename('issue', '//wstep:RequestID', '{urn:example}RequestID') },
  ],
});
