import { discoverFamily } from '../../../harness/device/run/family.ts';

/** RelatesTo has to repeat the MessageID unchanged, so this shows what a server normalises or truncates. */
export const messageIdEcho = discoverFamily({
  id: 'message-id-echo',
  title: 'Discover is sent with MessageIDs in other spellings',
  variations: [
    { variant: 'upper-case GUID', messageId: 'urn:uuid:748132EC-A575-4329-B01B-6171A9CF8478' },
    { variant: 'blank after urn:uuid:', messageId: 'urn:uuid: 748132ec-a575-4329-b01b-6171a9cf8478' },
    { variant: 'another scheme', messageId: 'https://mde-conformance.example/748132ec?a=1&b=2' },
  ],
});
