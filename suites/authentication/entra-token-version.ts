import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/** A server that takes neither version may not trust the issuer, and nothing is known. */
export const entraTokenVersion = defineCheck({
  id: 'authentication/entra-token-version',
  title: 'A token of Microsoft Entra of version 2 is accepted',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TOU-10'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'no device of a tenant enrolls whose application gets tokens of version 2',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 46388: 0x801900C8' },
  },
  seen: 'fleetdm/fleet issue 46388: 0x801900C8',
  remedy:
    'Compare aud of version 2 with the client id, iss with the form of version 2, and do not demand upn or unique_name.',
  needs: { across: 'get-policies', atLeast: 1, filter: 'response' },
  applies: {
    when: 'the server takes tokens of the issuer in one version',
    test: (answers) => [...of(1, answers), ...of(2, answers)].some(({ state }) => state === 'success'),
  },

  *judge(answers) {
    for (const refused of of(2, answers).filter(({ state }) => state !== 'success')) {
      yield {
        message: `The server answered a token of version 2 with ${refused.trouble}, and accepted version 1`,
        at: refused.at(refused.state === 'fault' ? 'body' : 'status'),
      };
    }
  },

  counterexamples: [{ name: 'version 1 only', ...behaves({ entraRefuses: 'version-2' }) }],
});

function of(version: 1 | 2, answers: readonly Evidence[]): readonly Evidence[] {
  return answers.filter(({ exchange }) => exchange.label?.family === `entra-token-version-${version}`);
}
