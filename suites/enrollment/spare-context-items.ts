import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** A device may have no network adapter, and the logged-in user does not matter for its certificate. */
export const spareContextItems = defineTolerance({
  id: 'enrollment/spare-context-items',
  title: 'A device that names no network adapter, or no user who is logged in, enrolls',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['ENR-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether there are devices that leave the item out; the server refuses them' },
  remedy: 'Treat MAC and TargetedUserLoggedIn as optional.',
  kind: 'issue',
  family: 'spare-context-items',
  refusals: { 'a server that demands a network adapter': /^(?![^]*Name="MAC")/ },
});
