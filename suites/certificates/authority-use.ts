import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { buildChain } from '../../harness/protocol/pki/read/chain-link.ts';

/** The device trusts every delivered root, so a root that nothing needs is trusted without a reason. */
export const authorityUse = defineCheck({
  id: 'certificates/authority-use',
  title: 'Each delivered root and intermediate is part of the chain of the client certificate',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['X509-14'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'an authority that the enrollment does not need gets the trust of the device' },
  remedy: 'Deliver only the root and the intermediate that issued the client certificate.',
  needs: { each: 'issue' },

  *judge({ provisioning: { client, certificates } }) {
    const others = certificates.filter((other) => other !== client);
    const chain = buildChain(
      client.certificate,
      others.map(({ certificate }) => certificate),
    );
    for (const { store, node, certificate } of others) {
      if (!chain.some(({ sha1 }) => sha1 === certificate.sha1)) {
        yield { message: `"${certificate.subject.toString()}" under ${store} issued nothing of this chain`, at: node };
      }
    }
  },

  counterexamples: [
    {
      name: 'an intermediate that is missing, so that the root hangs in the air',
      ...provisioning.remove('//characteristic[@type="CA"]'),
    },
  ],
});
