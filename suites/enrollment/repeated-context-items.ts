import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** One item for each network adapter and each modem; samples separate with colons, Windows with dashes. */
export const repeatedContextItems = defineTolerance({
  id: 'enrollment/repeated-context-items',
  title: 'Several MAC and IMEI items are accepted, with repetitions and with other separators',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['ENR-15'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x80180001',
    says: 'a device with two adapters or two modems cannot enroll',
  },
  seen: 'published recordings of Windows 10 (19043), with 3 MAC items of which two are alike, and of Windows 11 25H2, with 13',
  remedy: 'Read MAC and IMEI as lists, and compare hexadecimal digits rather than spellings.',
  kind: 'issue',
  family: 'repeated-context-items',
  refusals: {
    'a server that knows MAC with dashes only': 'Name="MAC"><ac:Value>02:',
    'a server that knows one IMEI only': /(Name="IMEI"[^]*){2}/,
  },
});
