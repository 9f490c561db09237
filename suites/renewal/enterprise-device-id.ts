import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Provisioning } from '../../harness/engine/evidence/provisioning.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';

/** A management session may set it as well, so only a document that sets it to an empty value is certainly wrong. */
export const renewedDeviceId = defineCheck({
  id: 'renewal/enterprise-device-id',
  title: 'A document that sets EntDMID sets it to the id under which the device renews',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-27'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device has no EntDMID, without which it does not renew',
    evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 2.2.9.3: EntDMID is set before a renewal' },
  },
  remedy: 'Send EntDMID below DMClient/Provider with an id of the device, or leave it to a management session.',
  needs: { flow: ['issue', 'renew'] },
  applies: {
    when: 'the document sets EntDMID, which a management session may do as well',
    test: ({ issue }) => idIn(issue.provisioning) !== undefined,
  },

  *judge({ issue }) {
    const id = idIn(issue.provisioning);
    if (id && (id.attribute('value') ?? '').trim() === '') yield { message: 'EntDMID is empty', at: id };
  },

  counterexamples: [{ name: 'an empty id', ...provisioning.set('//parm[@name="EntDMID"]/@value', '') }],
});

function idIn({ tree }: Provisioning): XmlNode | undefined {
  return tree.find('//characteristic[@type="Provider"]/characteristic/parm[@name="EntDMID"]');
}
