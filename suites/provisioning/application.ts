import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';

/** The account through which the device is managed from now on. */
export const application = defineCheck({
  id: 'provisioning/application',
  title: 'The document holds an APPLICATION characteristic',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-09', 'PROV-10'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device learns of no management server',
    evidence: {
      by: 'specified',
      source: 'MS-MDE2 18.0, section 2.2.9.5: this characteristic holds the management account',
    },
  },
  remedy: 'Send the management account as a characteristic of type APPLICATION, in upper case, below the root.',
  needs: { each: 'issue' },

  *judge({ provisioning: { tree } }) {
    if (tree.find('/wap-provisioningdoc/characteristic[@type="APPLICATION"]')) return;
    const alike = tree.root.children.find((child) => child.attribute('type')?.toUpperCase() === 'APPLICATION');
    const seen = alike?.attribute('type');
    yield seen === undefined
      ? { message: 'The document has no APPLICATION', at: tree.root }
      : { message: `APPLICATION is written "${seen}"`, at: alike ?? tree.root, expected: 'APPLICATION', actual: seen };
  },

  counterexamples: [
    { name: 'a document without it', ...provisioning.remove('//characteristic[@type="APPLICATION"]') },
    { name: 'another letter case', ...provisioning.set('//characteristic[@type="APPLICATION"]/@type', 'Application') },
  ],
});
