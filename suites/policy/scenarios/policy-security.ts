import { credentialDefects } from '../../../harness/device/client/credential-defects.ts';
import { policiesFamily } from '../../../harness/device/run/family.ts';
import type { Surroundings, Variation } from '../../../harness/device/run/family.ts';
import type { AuthenticatedStep } from '../../../harness/device/client/steps.ts';
import { undecodableToken } from '../../../harness/device/client/made-up-tokens.ts';
import { Secret } from '../../../harness/wire/redaction/secret.ts';
import { namespaces } from '../../../harness/protocol/xml/namespaces.ts';

const security = '//wsse:Security';
const usernameToken = `${security}/wsse:UsernameToken`;
const token = new Secret('token', 'mde-conformance: a token that is to be spoilt');
const fiveMinutes = 5 * 60_000;

/** Whether the policy service checks the credential, and reports it. */
export const policySecurity = policiesFamily({
  id: 'policy-security',
  title: 'GetPolicies is sent with a Security header that is missing, repeated, unreadable, of another type or expired',
  variations: async (surroundings) => [
    ...freshTimestamp(surroundings),
    ...(await credentialDefects(surroundings)),
    ...unreadableCredentials(surroundings),
  ],
});

/**
 * The valid counterpart of an expired Timestamp: a server may refuse an old one, but not every Timestamp. A message with a certificate has
 * one already.
 */
function freshTimestamp({ context, services }: Surroundings): readonly Variation<AuthenticatedStep>[] {
  if (services.authPolicy === 'Certificate') return [{ variant: 'a fresh Timestamp' }];
  const created = context.now();
  const expires = new Date(created.getTime() + fiveMinutes);
  const instants = `<u:Created>${created.toISOString()}</u:Created><u:Expires>${expires.toISOString()}</u:Expires>`;
  const xml = `<u:Timestamp xmlns:u="${namespaces.u}" u:Id="_0">${instants}</u:Timestamp>`;
  return [{ variant: 'a fresh Timestamp', edits: [{ xml: { op: 'append', at: security, xml } }] }];
}

const unreadablePasswords: readonly Variation<AuthenticatedStep>[] = [
  {
    variant: 'two user names in one Security header',
    deviations: ['security-duplicate'],
    edits: [
      { xml: { op: 'duplicate', at: usernameToken } },
      { xml: { op: 'set', at: `${usernameToken}[2]/@u:Id`, to: 'uuid-second' } },
    ],
  },
  {
    variant: 'a password without a user name',
    deviations: ['schema', 'security-undecodable'],
    edits: [{ xml: { op: 'remove', at: `${usernameToken}/wsse:Username` } }],
  },
];

/** A server that takes tokens gets one that is not base64 among the other defects of its credential. */
const unreadableCredentials = ({ context, services }: Surroundings): readonly Variation<AuthenticatedStep>[] =>
  services.authPolicy === 'Federated'
    ? []
    : [
        ...(services.authPolicy === 'OnPremise' ? unreadablePasswords : []),
        {
          variant: 'a user token that is not base64',
          credential: { kind: 'user-token', token },
          deviations: ['security-undecodable'],
          edits: [
            { replace: Buffer.from(context.reveal(token)).toString('base64'), by: context.reveal(undecodableToken) },
          ],
        },
      ];
