import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Seen } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { providers } from './shared/providers.ts';

/** The UPN of a document, which has the form of one, and the user whose credential the request carried. */
interface Named {
  readonly upn: string;
  readonly node: XmlNode;
  readonly user: string;
  readonly issue: Evidence;
}

/**
 * The DMClient CSP calls UPN the user principal name of the enrolled user. It need not be the address with which he signs in, so only a
 * name that has nothing of it, or that another user got too, is that of somebody else.
 */
export const userPrincipalName = defineCheck({
  id: 'provisioning/user-principal-name',
  title: 'UPN names the user who enrolls the device',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-29'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whose device it is in the eyes of everybody who reads its UPN' },
  remedy: 'Write the user principal name of the authenticated user, or leave UPN out.',
  needs: { across: 'issue', atLeast: 1 },
  applies: {
    when: 'a document sets UPN for a user who signed in by name',
    test: (issues) => issues.flatMap(namesIn).length > 0,
  },

  *judge(issues) {
    const named = issues.flatMap(namesIn);
    const told = new Set<string>();
    for (const one of named) {
      const other = named.find(({ upn, user }) => upn === one.upn && nameOf(user) !== nameOf(one.user));
      const seen = strangerIn(one) ?? (other && sharedWith(one, other));
      if (!seen || told.has(one.user)) continue;
      told.add(one.user);
      yield seen;
    }
  },

  counterexamples: [
    {
      name: 'a user of another organisation',
      ...provisioning.set('//parm[@name="UPN"]/@value', 'somebody.else@other-tenant.example'),
    },
    {
      name: 'another user of the organisation',
      ...provisioning.set('//parm[@name="UPN"]/@value', 'user@contoso.example'),
      asked: '>second@contoso.example<',
    },
  ],
});

function namesIn(issue: Evidence): Named[] {
  const user = (issue.request.text('/*/*/wsse:Security/wsse:UsernameToken/wsse:Username') ?? '').trim().toLowerCase();
  if (!/^[^@\\]+[@\\][^@\\]+$/.test(user)) return [];
  return providers(issue.provisioning.tree)
    .flatMap((provider) => provider.all('parm[@name="UPN"]/@value'))
    .map((node) => ({ upn: node.text.trim().toLowerCase(), node, user, issue }))
    .filter(({ upn }) => upn.includes('@'));
}

/** Names of one person, such as an alias, have a part in common. */
function strangerIn({ upn, node, user }: Named): Seen | undefined {
  if (nameOf(upn) === nameOf(user) || domainOf(upn) === domainOf(user)) return undefined;
  return { message: `UPN is "${upn}", the user signed in as "${user}"`, at: node, expected: user, actual: upn };
}

/** Two people got one UPN; whoever it names is right. */
function sharedWith({ upn, node, user }: Named, { user: other, issue }: Named): Seen | undefined {
  if (nameOf(upn) === nameOf(user)) return undefined;
  const message = `UPN is "${upn}" for the user "${user}", as for "${other}" in exchange ${issue.exchange.index}`;
  return { message, at: node, expected: user, actual: upn };
}

/** `user` of `user@contoso.example` and of `contoso\user`. */
function nameOf(user: string): string {
  return user.includes('\\') ? user.replace(/^.*\\/, '') : user.replace(/@.*$/, '');
}

/** The first label of the domain: `contoso` of both. */
function domainOf(user: string): string {
  const domain = user.includes('\\') ? user.replace(/\\.*$/, '') : user.replace(/^.*@/, '');
  return domain.replace(/\..*$/, '');
}
