import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** One item for each network adapter and each modem; samples separate with colons, Windows with dashes. */
export const repeatedContextItems = defineTolerance({
  id: 'enrollment/repeated-context-items',
  title: 'Several MAC and IMEI items are accepted, with repetitions and with other separators',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-15'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device with two modems, or one that writes its addresses with colons, enrolls',
  },
  remedy: 'Read MAC and IMEI as lists, and compare hexadecimal digits rather than spellings.',
  kind: 'issue',
  family: 'repeated-context-items',
  refusals: {
    'a server that knows MAC with dashes only': 'Name="MAC"><ac:Value>02:',
    'a server that knows one IMEI only': /(Name="IMEI"[^]*){2}/,
  },
});
