import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { validate } from '../../harness/protocol/xml/schema.ts';

/** The small vocabulary that every part of the document is written in. */
export const provisioningSchema = defineCheck({
  id: 'provisioning/schema',
  title: 'The provisioning document follows the MSPROV vocabulary',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-02'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device passes over the part, or refuses the document' },
  remedy: 'Give each characteristic a type, each parm a name, and a datatype only from the list of MSPROV.',
  needs: { each: ['issue', 'renew'] },

  *judge(evidence) {
    for (const { message, path } of validate(evidence.provisioning.tree, 'provisioning-document')) {
      yield { message, at: evidence.at('provisioning-document', path) };
    }
  },

  counterexamples: [
    {
      name: 'a characteristic without type',
      ...provisioning.append('//characteristic[@type="Poll"]', '<characteristic/>'),
    },
    { name: 'a parm without name', ...provisioning.remove('//parm[@name="PROTOVER"]/@name') },
    { name: 'an unknown datatype', ...provisioning.set('//parm[@name="UPN"]/@datatype', 'text') },
    { name: 'another element', ...provisioning.append('//characteristic[@type="APPLICATION"]', '<param/>') },
  ],
});
