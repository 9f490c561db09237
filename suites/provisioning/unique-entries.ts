import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Provisioning } from '../../harness/engine/evidence/provisioning.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { parmsNamed, valueOf } from './shared/parms.ts';
import { providers } from './shared/providers.ts';

/** Each entry becomes one key of the registry; of two entries with the same name, only one survives. */
export const uniqueEntries = defineCheck({
  id: 'provisioning/unique-entries',
  title: 'No certificate, APPLICATION or provider stands in the document twice',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['PROV-30'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether one of the two overwrites the other, or the device refuses the document' },
  remedy: 'Send each certificate once per store, one APPLICATION and one provider.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    const seen = new Set<string>();
    for (const { name, node } of entries(provisioning)) {
      if (seen.has(name)) yield { message: `${name} stands in the document again`, at: node };
      seen.add(name);
    }
  },

  counterexamples: [
    {
      name: 'a certificate twice',
      ...provisioning.duplicate('//characteristic[@type="Root"]/characteristic/characteristic'),
    },
    { name: 'two accounts', ...provisioning.duplicate('//characteristic[@type="APPLICATION"]') },
    {
      name: 'a provider twice',
      ...provisioning.duplicate('//characteristic[@type="Provider"]/characteristic'),
    },
  ],
});

function entries({ tree, certificates }: Provisioning): { readonly name: string; readonly node: XmlNode }[] {
  const applications = tree.all('/wap-provisioningdoc/characteristic[@type="APPLICATION"]');
  return [
    ...certificates.map(({ store, location, thumbprint, node }) => ({
      name: `Certificate ${store}/${location}/${thumbprint.toUpperCase()}`,
      node,
    })),
    ...applications.map((node) => ({ name: `APPLICATION ${parmsNamed(node, 'APPID').map(valueOf).join()}`, node })),
    ...providers(tree).map((node) => ({ name: `Provider ${node.attribute('type') ?? ''}`, node })),
  ];
}
