import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineRenewalRefusal } from './shared/define-renewal-refusal.ts';
import { messageIds } from './shared/message-ids.ts';

/** No document says exactly when a renewal is too early, so this check is for information. */
export const earlyRenewal = defineRenewalRefusal({
  id: 'renewal/early-renewal',
  title: 'A certificate is not renewed before its renewal period',
  level: 'MAY',
  basis: 'interoperability',
  requirements: ['REN-07'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'a device that goes by RenewPeriod asks for nothing so early; what another client gains by it is not known',
  },
  remedy: 'Refuse with ErrorType NotEligibleToRenew what comes before the renewal period, where that is what you want.',
  deviation: 'state-early-renewal',
  asked: messageIds['early-renewal'],
  grants: [{ name: 'a server that renews at any time', ...behaves({ renewalSkips: 'period' }) }],
});
