import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Windows sends them where Autopilot or a bulk token sets a device up; a server may ignore them. */
export const entraProvisioningItemsCheck = defineTolerance({
  id: 'authentication/entra-provisioning-items',
  title: 'A device that Windows Autopilot or a provisioning package sets up joins with the items of these',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['ENR-44'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what people see whose device cannot join as Autopilot or a bulk token set it up' },
  remedy: 'Accept ZeroTouchProvisioning, BulkAADJ and OfflineAutoPilotEnrollmentCorrelator, or ignore them.',
  kind: 'issue',
  family: 'entra-provisioning-items',
  refusals: {
    'a server that refuses the items of Autopilot': /token-type:jwt[^]*ZeroTouchProvisioning/,
    'a server that refuses a bulk token': /token-type:jwt[^]*BulkAADJ/,
    'a server whose correlators are short': /token-type:jwt[^]*a1-(?:b2){48}c/,
  },
});
