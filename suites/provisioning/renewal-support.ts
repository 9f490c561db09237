import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { renewalSettings } from './shared/renewal-settings.ts';

const boolean = /^(?:true|false|1|0)$/i;

/** Whether the device renews by itself: a boolean (MS-MDE2 2.2.9.2, CertificateStore CSP). A device reads 1 as true. */
export const renewalSupport = defineCheck({
  id: 'provisioning/renewal-support',
  title: 'ROBOSupport is true or false',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-40'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes the value for false, and renews nothing' },
  remedy: 'Send true where the server renews certificates, and false otherwise.',
  needs: { each: 'issue' },
  applies: {
    when: 'the renewal settings have ROBOSupport',
    test: ({ provisioning: document }) => supportIn(renewalSettings(document)).length > 0,
  },

  *judge({ provisioning: document }) {
    for (const parm of supportIn(renewalSettings(document))) {
      const actual = parm.attribute('value') ?? '';
      if (!boolean.test(actual.trim())) {
        const at = parm.find('@value') ?? parm;
        yield { message: `ROBOSupport is "${actual}"`, at, expected: 'true or false', actual };
      }
    }
  },

  counterexamples: [
    { name: 'a word that is no boolean', ...provisioning.set('//parm[@name="ROBOSupport"]/@value', 'yes') },
    { name: 'an empty value', ...provisioning.set('//parm[@name="ROBOSupport"]/@value', '') },
    { name: 'a parm without value', ...provisioning.remove('//parm[@name="ROBOSupport"]/@value') },
  ],
});

function supportIn(settings: XmlNode | undefined): XmlNode[] {
  return settings?.all('parm[@name="ROBOSupport"]') ?? [];
}
