import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed, valueOf } from './shared/parms.ts';
import { providers } from './shared/providers.ts';

/**
 * This name connects the settings of the server with its account. MS-MDE2 2.2.9.3 has it URI-encoded, and its samples write it as
 * it is; for most names both are the same.
 */
export const providerName = defineCheck({
  id: 'provisioning/provider-name',
  title: 'The characteristic below DMClient/Provider is named as PROVIDER-ID, as it is or URI-encoded',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-13'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device finds the account that the settings are for' },
  remedy:
    'Name the characteristic below DMClient/Provider as PROVIDER-ID or its URI-encoded form, letter case included.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a PROVIDER-ID and a provider',
    test: ({ provisioning: { application, tree } }) =>
      parmsNamed(application, 'PROVIDER-ID').some((parm) => valueOf(parm) !== '') && providers(tree).length > 0,
  },

  *judge({ provisioning: { application, tree } }) {
    const ids = parmsNamed(application, 'PROVIDER-ID').map(valueOf);
    for (const provider of providers(tree)) {
      const actual = provider.attribute('type') ?? '';
      if (!ids.includes(actual) && !ids.includes(decoded(actual))) {
        yield {
          message: `DMClient/Provider holds "${actual}", PROVIDER-ID is "${ids.join('", "')}"`,
          at: provider,
          expected: ids.join(' or '),
          actual,
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'settings of another server',
      ...provisioning.set('//characteristic[@type="Provider"]/characteristic/@type', 'OtherMDM'),
    },
    {
      name: 'another letter case',
      ...provisioning.set('//characteristic[@type="Provider"]/characteristic/@type', 'referencemdm'),
    },
  ],
});

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
