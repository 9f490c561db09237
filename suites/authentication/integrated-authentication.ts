import { defineCheck } from '../../harness/engine/rule/check.ts';
import { leadsOn } from '../../harness/engine/evidence/leads-on.ts';
import { answer, header, status } from '../../harness/engine/rule/departures.ts';

/** A device that is not yet managed has no account of the domain. A page below the demand may lead on without one. */
export const integratedAuthentication = defineCheck({
  id: 'authentication/integrated-authentication',
  title: 'The sign-in works without Windows Integrated Authentication',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['AUTH-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the window asks the user for an account, and whether he has one' },
  remedy:
    'Show a login page to whoever does not answer Negotiate or NTLM, and demand neither of the web authentication broker.',
  needs: { each: 'authenticate', filter: 'attempt' },

  *judge(evidence) {
    if (evidence.state === 'broken' || evidence.response.status !== 401) return;
    const challenges = evidence.headers('WWW-Authenticate');
    const schemes = challenges.flatMap(({ value }) => schemesIn(value));
    const [at] = challenges;
    if (!at || schemes.length === 0 || !schemes.every((scheme) => integrated.includes(scheme.toLowerCase()))) return;
    if (leadsOn(evidence)) return;
    yield {
      message: `The page demands ${[...new Set(schemes)].join(' or ')}, and offers nothing else`,
      at,
      actual: at.value,
    };
  },

  counterexamples: [
    {
      name: 'Negotiate alone',
      ...answer('authenticate', { as: 'html' }),
      and: [status('authenticate', 401), header('authenticate', 'WWW-Authenticate', 'Negotiate')],
    },
    {
      name: 'NTLM alone, in letters of another case',
      ...answer('authenticate', { as: 'html' }),
      and: [status('authenticate', 401), header('authenticate', 'WWW-Authenticate', 'ntlm')],
    },
  ],
});

const integrated: readonly string[] = ['negotiate', 'ntlm', 'kerberos'];

/** The schemes of a field, whose challenges stand between commas as their parameters do (RFC 9110 section 11.6.1). */
function schemesIn(field: string): readonly string[] {
  return field
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
    .split(',')
    .flatMap((part) => /^\s*([!#$%&'*+.^`|~\w-]+)(?=\s+|$)(?!\s*=)/.exec(part)?.[1] ?? []);
}
