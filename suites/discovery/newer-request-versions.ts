import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Windows raises the number before the documents do: a list of known versions locks new devices out. */
export const newerRequestVersions = defineTolerance({
  id: 'discovery/newer-request-versions',
  title: 'A RequestVersion that is newer than all documented ones is answered',
  level: 'MUST',
  basis: 'interoperability',
  requirements: ['DISC-12'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x80180006',
    says: 'devices with a newer Windows than the server knows, such as 11 25H2 with version 9.0, cannot enroll',
  },
  remedy: 'Treat a higher RequestVersion like the highest one that the server knows.',
  kind: 'discover',
  family: 'newer-request-versions',
  refusals: {
    'a list of known versions': /<RequestVersion>(?![1-7]\.0<)/,
    'a server that takes one digit for a version': 'RequestVersion>42.0<',
    'a server that does not know Windows 11 25H2': 'RequestVersion>9.0<',
  },
});
