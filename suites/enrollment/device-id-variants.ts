import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Published samples write a GUID, Windows writes its 32 digits without dashes. */
export const deviceIdVariants = defineTolerance({
  id: 'enrollment/device-id-variants',
  title: 'DeviceID is accepted with dashes as without',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-17'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows writes 32 digits; another client that writes its DeviceID as the samples do may not enroll',
  },
  remedy: 'Accept DeviceID with and without dashes, and take both for the same device.',
  kind: 'issue',
  family: 'device-id-variants',
  refusals: { 'a server that wants 32 digits': /Name="DeviceID"><ac:Value>[0-9A-F]{8}-/ },
});
