import type { Scenario } from '../../../harness/device/scenario.ts';

/** Spellings of a MessageID that clients send, by the name of the variant. */
const messageIds = {
  'upper-case GUID': 'urn:uuid:748132EC-A575-4329-B01B-6171A9CF8478',
  'blank after urn:uuid:': 'urn:uuid: 748132ec-a575-4329-b01b-6171a9cf8478',
} as const;

/** RelatesTo is to repeat the MessageID as it stands, so what a server normalises or cuts off shows here. */
export const messageIdEcho: Scenario = {
  id: 'message-id-echo',
  title: 'Discover is sent with MessageIDs in other spellings',
  effect: 'read',
  devices: 1,

  async drive(bench) {
    const device = bench.device('message-id-echo');
    for (const [variant, messageId] of Object.entries(messageIds)) {
      const name = `discover-${variant.replaceAll(/\W+/g, '-').replace(/-$/, '').toLowerCase()}`;
      await device.discover(bench.discovery(), { name, variant, messageId });
    }
  },
};
