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
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'no Windows is known to ask for a recovery that it was not allowed; another client that does so gets a certificate',
  },
  remedy: 'Answer RequestType Recovery with a SOAP fault unless DMClient/Provider/Recovery allows it.',
  deviation: 'recovery',
  grants: [{ name: 'a certificate all the same', deviation: 'recovery', ...answer('renew fault', { as: 'control' }) }],
});
