import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Clients differ in many things at once; each profile is one of them, or one of the published samples. */
export const clientProfiles = defineTolerance({
  id: 'discovery/client-profiles',
  title: 'Discover is answered as other Windows clients and the published samples write it',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ROB-03', 'DISC-23'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such request; other clients that do cannot enroll' },
  remedy: 'Read requests by element name and namespace, trim their values, and compare none with a list.',
  kind: 'discover',
  family: 'client-profiles',
  refusals: {
    'a server that knows one client': /User-Agent: (?!ENROLLClient)/,
    'a server without a future': 'DeviceType>WindowsFuture<',
    'a server that reads text in place of XML': '<!-- sample -->',
  },
});
