import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { privateKeyPath } from './shared/paths.ts';
import { valuesAt } from './shared/values.ts';

const path = `${privateKeyPath}/x:cryptoProviders`;

/** Key storage providers and older cryptographic service providers of Windows 10 and 11, in lower case. */
const providers: ReadonlySet<string> = new Set([
  'microsoft software key storage provider',
  'microsoft platform crypto provider',
  'microsoft smart card key storage provider',
  'microsoft passport key storage provider',
  'microsoft base cryptographic provider v1.0',
  'microsoft base dss cryptographic provider',
  'microsoft base dss and diffie-hellman cryptographic provider',
  'microsoft base smart card crypto provider',
  'microsoft dh schannel cryptographic provider',
  'microsoft enhanced cryptographic provider v1.0',
  'microsoft enhanced dss and diffie-hellman cryptographic provider',
  'microsoft enhanced rsa and aes cryptographic provider',
  'microsoft rsa schannel cryptographic provider',
  'microsoft strong cryptographic provider',
]);

/**
 * Windows honours this list (Learn: Federated authentication device enrollment). A device may have further providers, so a list
 * without one that every Windows has is advice.
 */
export const knownProviders = defineCheck({
  id: 'policy/known-providers',
  title: 'cryptoProviders, where it names providers, names one that Windows has',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['POL-48'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device has one of these providers; one that has none cannot make its key',
  },
  remedy: 'Name Microsoft Platform Crypto Provider or Microsoft Software Key Storage Provider, or send nil.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'cryptoProviders names a provider',
    test: ({ payload }) => valuesAt(payload, `${path}/x:provider`).some(({ text }) => text.trim() !== ''),
  },

  *judge({ payload }) {
    for (const list of valuesAt(payload, path)) {
      const names = list
        .all('x:provider')
        .map(({ text }) => text.trim())
        .filter((name) => name !== '');
      if (names.length === 0 || names.some((name) => providers.has(name.toLowerCase()))) continue;
      const actual = names.join('", "');
      yield { message: `cryptoProviders names "${actual}"`, at: list, expected: 'a provider of Windows', actual };
    }
  },

  counterexamples: [
    { name: 'providers that Windows does not have', ...set('get-policies', '//x:provider', 'Contoso Provider') },
  ],
});
