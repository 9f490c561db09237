import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { areSeveralDevices, sharedBetweenDevices } from './shared/between-devices.ts';
import { providers } from './shared/providers.ts';

/** The DMClient CSP calls EntDMID the unique id of the device in the enterprise. */
export const deviceIdUniqueness = defineCheck({
  id: 'provisioning/device-id-uniqueness',
  title: 'Each device gets an EntDMID of its own',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ROB-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether anything but this id tells the devices apart' },
  remedy: 'Make EntDMID anew for each device, or from its DeviceID.',
  needs: { across: 'issue', atLeast: 2 },
  applies: {
    when: 'several devices enrolled, and their documents set EntDMID',
    test: (issues) => areSeveralDevices(issues.filter((issue) => idsIn(issue).length > 0)),
  },

  *judge(issues) {
    for (const { value, node, first } of sharedBetweenDevices(issues, idsIn)) {
      const message = `EntDMID is "${value}", as for another device in exchange ${first.exchange.index}`;
      yield { message, at: node, expected: 'an id of the device', actual: value };
    }
  },

  counterexamples: [
    {
      name: 'one id for all',
      ...provisioning.set('//parm[@name="EntDMID"]/@value', '00000000-0000-0000-0000-000000000001'),
    },
  ],
});

function idsIn({ provisioning: { tree } }: Evidence): { readonly value: string; readonly node: XmlNode }[] {
  return providers(tree)
    .flatMap((provider) => provider.all('parm[@name="EntDMID"]/@value'))
    .map((node) => ({ value: node.text.trim(), node }))
    .filter(({ value }) => value !== '');
}
