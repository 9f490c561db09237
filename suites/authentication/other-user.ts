import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, provisioning } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { providers } from '../provisioning/shared/providers.ts';

const family = 'other-user-token';

/** One user's documents, and that of another user on the same device. */
interface Pair {
  readonly own: readonly string[];
  readonly others: readonly XmlNode[];
}

/** The token says who enrolls. The e-mail address of Discover, and who used the device before, do not. */
export const otherUser = defineCheck({
  id: 'authentication/other-user',
  title: 'The token of another user gets a document whose UPN is not that of the first user',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-29'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'whose device it is in the eyes of everybody who reads its UPN' },
  remedy: 'Take the user from the verified token of each RequestSecurityToken, and from nothing else.',
  needs: { across: 'issue', atLeast: 1 },
  applies: {
    when: 'the target file gives a token of another user ("signIn.tokens.otherUser"), and documents set UPN',
    test: (issues) => pairsIn(issues).length > 0,
  },

  *judge(issues) {
    for (const { own, others } of pairsIn(issues)) {
      for (const node of others) {
        const upn = upnOf(node);
        if (own.includes(upn)) yield { message: `UPN is "${upn}" for two users`, at: node, actual: upn };
      }
    }
  },

  counterexamples: [
    {
      name: 'one user for all devices',
      ...behaves({ tokenSeconds: 900 }),
      and: [provisioning.set('//parm[@name="UPN"]/@value', 'somebody@contoso.example')],
    },
  ],
});

function pairsIn(issues: readonly Evidence[]): readonly Pair[] {
  return issues.flatMap((issue) => {
    const { label } = issue.exchange;
    if (label?.family !== family) return [];
    const controls = issues.filter(
      ({ exchange: { label: other } }) => other?.control === true && other.scenario === label.scenario,
    );
    const pair = { own: controls.flatMap(namesIn).map(upnOf), others: namesIn(issue) };
    return pair.own.length > 0 && pair.others.length > 0 ? [pair] : [];
  });
}

function namesIn(issue: Evidence): readonly XmlNode[] {
  return providers(issue.provisioning.tree).flatMap((provider) => provider.all('parm[@name="UPN"]/@value'));
}

function upnOf({ text }: XmlNode): string {
  return text.trim().toLowerCase();
}
