import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, attribute } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';

/** A receiver that does not know a mandatory header block must refuse the message. */
export const mandatoryHeaders = defineCheck({
  id: 'envelope/mandatory-headers',
  title: 'Only header blocks that a device knows are marked mustUnderstand',
  level: 'MAY',
  basis: 'specification',
  requirements: ['ENV-09'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether Windows refuses the answer, as SOAP 1.2 demands' },
  remedy: 'Mark no other header block than Action and Security with mustUnderstand.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },
  applies: {
    when: 'a header block is marked mustUnderstand',
    test: ({ header }) => (header?.children ?? []).some(isMandatory),
  },

  *judge({ header }) {
    for (const block of (header?.children ?? []).filter(isMandatory)) {
      if (!isKnown(block)) yield { message: `${block.name} is marked mustUnderstand`, at: block };
    }
  },

  counterexamples: [
    {
      name: 'a tracing header that must be understood',
      ...attribute('discover', '//diag:ActivityId', `{${namespaces.s}}mustUnderstand`, '1'),
    },
    {
      name: "a header of the vendor's own that must be understood",
      ...append(
        'issue',
        '/s:Envelope/s:Header',
        '<v:Tenant xmlns:v="urn:example:vendor" s:mustUnderstand="true">7</v:Tenant>',
      ),
    },
  ],
});

function isMandatory(block: XmlNode): boolean {
  const mark = [namespaces.s, namespaces.s11].map((version) => block.attribute('mustUnderstand', version)?.trim());
  return mark.includes('1') || mark.includes('true');
}

function isKnown({ namespace, name }: XmlNode): boolean {
  return namespace === namespaces.a || (namespace === namespaces.wsse && name === 'Security');
}
