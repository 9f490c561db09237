import { answer } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';

/** A device may recover where the server allowed it before, and nowhere else. */
export const recovery = defineRenewalRefusal({
  id: 'renewal/recovery',
  title: 'RequestType Recovery is answered with a SOAP fault where recovery was not enabled',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['REN-19'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'no recording shows a device that asks for what it was not allowed' },
  remedy: 'Answer RequestType Recovery with a SOAP fault unless DMClient/Provider/Recovery allows it.',
  deviation: 'recovery',
  grants: [{ name: 'a certificate all the same', deviation: 'recovery', ...answer('renew fault', { as: 'control' }) }],
});
