import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { renewalSettings } from './shared/renewal-settings.ts';

/** The name under which the server renews; a management session may set it as well, but the document is first. */
export const enterpriseDeviceId = defineCheck({
  id: 'provisioning/enterprise-device-id',
  title: 'A document that offers renewal sets EntDMID',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['REN-16'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a management session sets EntDMID in time, without which a device does not renew',
  },
  remedy: 'Send EntDMID below DMClient/Provider with an id of the device.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has renewal settings',
    test: ({ provisioning }) => renewalSettings(provisioning) !== undefined,
  },

  *judge({ provisioning: { provider, tree } }) {
    if (!provider) {
      yield { message: 'The document has no provider, and so no EntDMID', at: tree.root };
      return;
    }
    const id = provider.find('parm[@name="EntDMID"]');
    if (!id) yield { message: 'The provider has no EntDMID', at: provider };
    else if ((id.attribute('value') ?? '').trim() === '') yield { message: 'EntDMID is empty', at: id };
  },

  counterexamples: [
    { name: 'a device without id', ...provisioning.remove('//parm[@name="EntDMID"]') },
    { name: 'an empty id', ...provisioning.set('//parm[@name="EntDMID"]/@value', '') },
  ],
});
