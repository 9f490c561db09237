import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';
import { messageIds } from './shared/message-ids.ts';

/** A blocked device must not get another year of access. */
export const barredDevice = defineRenewalRefusal({
  id: 'renewal/barred-device',
  title: 'The certificate of a blocked device is not renewed, and it is told so with a SOAP fault',
  level: 'MUST',
  basis: 'security',
  requirements: ['REN-08'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'a device that was blocked gets another certificate' },
  remedy: 'Ask whether the device is blocked before its certificate is renewed.',
  deviation: 'state-not-eligible-to-renew',
  asked: messageIds['not-eligible-to-renew'],
  grants: [{ name: 'a server that does not ask whether it is', ...behaves({ renewalSkips: 'eligibility' }) }],
});
