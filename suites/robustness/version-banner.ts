import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header } from '../../harness/engine/rule/departures.ts';

const banners = ['Server', 'X-Powered-By', 'X-AspNet-Version', 'X-AspNetMvc-Version'];

/** A version tells an attacker which of the known holes to try. */
export const versionBanner = defineCheck({
  id: 'robustness/version-banner',
  title: 'Answers do not name the version of the software that made them',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['ROB-10'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'an attacker learns which known holes to try' },
  remedy: 'Remove version numbers from the Server header, and X-Powered-By and X-AspNet-Version altogether.',
  needs: { each: ['probe', 'discover', 'get-policies', 'issue'], filter: 'answered' },

  *judge({ headers }) {
    for (const field of banners.flatMap((name) => headers(name))) {
      if (/\d\.\d/.test(field.value)) {
        yield { message: `${field.name} is "${field.value}"`, at: field, actual: field.value };
      }
    }
  },

  counterexamples: [
    { name: 'a Server header with a version', ...header('discover', 'Server', 'Microsoft-IIS/10.0') },
    { name: 'a framework with its version', ...header('probe', 'X-AspNet-Version', '4.0.30319') },
  ],
});
