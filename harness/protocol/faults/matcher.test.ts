import { describe, expect, test } from 'vitest';
import { parseXml } from '../xml/tree.ts';
import { matchFault } from './matcher.ts';
import type { Fault } from './matcher.ts';

type Readable = Omit<Fault, 'node' | 'subcodeNode'>;

interface Parts {
  readonly code?: string;
  readonly subcode?: string;
  readonly detail?: string;
  readonly relatesTo?: string;
}

describe('a SOAP 1.2 fault', () => {
  test('is read without a tolerance', () => {
    expect(read(fault())).toEqual({
      form: 'soap-1.2',
      code: 'Receiver',
      subcode: 'Authorization',
      text: 'Not you',
      language: 'en-US',
      hresult: 0x80180003,
      tolerances: [],
    });
  });

  test('shows the code of its ErrorType rather than of its subcode', () => {
    const detail = serviceError('DeviceEnrollmentServiceError', 'DeviceCapReached');
    expect(read(fault({ detail }))).toMatchObject({
      subcode: 'Authorization',
      errorType: 'DeviceCapReached',
      detail: { element: 'DeviceEnrollmentServiceError', message: 'Enough', traceId: 't-1' },
      hresult: 0x80180013,
      tolerances: [],
    });
  });

  test('may bind the prefix of its subcode to any namespace', () => {
    const subcode = '<s:Value xmlns:q="urn:any">q:InternalServiceFault</s:Value>';
    expect(read(fault({ subcode }))).toMatchObject({ subcode: 'InternalServiceFault', tolerances: [] });
    expect(read(fault({ subcode: '<s:Value>InvalidSecurity</s:Value>' }))).toMatchObject({ hresult: 0x80180007 });
  });

  test('may be a VersionMismatch without a subcode', () => {
    const mismatch = read(fault({ code: 's:VersionMismatch', subcode: '' }));
    expect(mismatch).toMatchObject({ code: 'VersionMismatch', tolerances: [] });
    expect(mismatch).not.toHaveProperty('hresult');
  });
});

const departures: readonly (readonly [name: string, parts: Parts, tolerances: readonly string[], expected: object])[] =
  [
    [
      'a subcode in lower case',
      { subcode: '<s:Value>s:authorization</s:Value>' },
      ['value-case'],
      { hresult: 0x80180003 },
    ],
    [
      'a subcode between blanks',
      { subcode: '<s:Value> s:Authorization </s:Value>' },
      ['padded-value'],
      { hresult: 0x80180003 },
    ],
    [
      'a subcode of WS-Security',
      { subcode: '<s:Value>s:FailedCheck</s:Value>' },
      ['unknown-subcode'],
      { subcode: 'FailedCheck' },
    ],
    ['no subcode', { subcode: '' }, ['missing-subcode'], { code: 'Receiver' }],
    ['a code in lower case', { code: 's:receiver' }, ['value-case'], { code: 'Receiver', form: 'soap-1.2' }],
    ['an unknown code', { code: 's:Server' }, ['unknown-code'], { code: 'Server' }],
    ['a doubled scheme', { relatesTo: 'urn:uuid:urn:uuid:1' }, ['doubled-scheme'], { form: 'soap-1.2' }],
    [
      'the detail of device registration',
      { detail: serviceError('WindowsDeviceEnrollmentServiceError', 'NotSupported') },
      ['detail-name'],
      { hresult: 0x80180015, detail: { element: 'WindowsDeviceEnrollmentServiceError' } },
    ],
    [
      'an ErrorType of device registration',
      { detail: serviceError('DeviceEnrollmentServiceError', 'SqlError') },
      ['unknown-error-type'],
      { errorType: 'SqlError', hresult: 0x80180003 },
    ],
    [
      'a detail of another kind',
      { detail: '<x xmlns="urn:x">1</x>' },
      [],
      { detail: { element: 'x' }, hresult: 0x80180003 },
    ],
  ];

describe('a fault with', () => {
  for (const [name, parts, tolerances, expected] of departures) {
    test(`${name} is read${tolerances.length > 0 ? `, noting ${tolerances.join(' and ')}` : ''}`, () => {
      const seen = read(fault(parts));
      expect(seen?.tolerances.map(({ id }) => id)).toEqual(tolerances);
      expect(seen).toMatchObject(expected);
    });
  }
});

describe('the lower-case form', () => {
  const lower = fault({ detail: serviceError('DeviceEnrollmentServiceError', 'DeviceCapReached') })
    .replaceAll(
      /<(\/?)([a-z]:)?([A-Za-z]+)/g,
      (_, slash: string, prefix = '', name = '') => `<${slash}${String(prefix)}${String(name).toLowerCase()}`,
    )
    .replace('mustUnderstand', 'mustunderstand');

  test('is a fault, and each element in it is noted', () => {
    const seen = read(lower);
    expect(seen).toMatchObject({ form: 'lower-case', subcode: 'Authorization', hresult: 0x80180013, text: 'Not you' });
    expect(seen?.tolerances.filter(({ id }) => id === 'letter-case')).toHaveLength(17);
  });

  test('says where the departure is', () => {
    using tree = parseXml(lower, { exchange: 4, part: 'body' });
    const [first] = matchFault(tree)?.tolerances ?? [];
    expect(first).toMatchObject({
      message: 'Envelope is written "envelope"',
      at: { exchange: 4, path: '/s:envelope' },
    });
  });
});

describe('a SOAP 1.1 fault', () => {
  const soap11 = (faultcode: string): string =>
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>${faultcode}</faultcode>
    <faultstring xml:lang="en">No</faultstring></e:Fault></e:Body></e:Envelope>`;

  test('is read by its faultcode', () => {
    expect(read(soap11('e:Authentication'))).toMatchObject({ form: 'soap-1.1', subcode: 'Authentication', text: 'No' });
    expect(read(soap11('e:Client.Authentication'))).toMatchObject({ code: 'Client', hresult: 0x80180002 });
    expect(read(soap11('e:Server'))?.tolerances.map(({ id }) => id)).toEqual(['soap-1.1', 'missing-subcode']);
  });

  test('may have the children of SOAP 1.2', () => {
    const mixed = fault().replace(
      'http://www.w3.org/2003/05/soap-envelope',
      'http://schemas.xmlsoap.org/soap/envelope/',
    );
    expect(read(mixed)).toMatchObject({ form: 'soap-1.1', subcode: 'Authorization', hresult: 0x80180003 });
  });
});

for (const [name, text] of [
  ['HTML', '<html><body><fault/></body></html>'],
  ['a message that is no fault', fault().replaceAll('s:Fault', 's:Other')],
  ['an envelope in an unknown namespace', fault().replace('soap-envelope', 'other')],
  ['an envelope without a Body', '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"/>'],
] as const) {
  test(`${name} is no fault`, () => {
    expect(read(text)).toBeUndefined();
  });
}

/** Everything but the nodes, which do not outlive their tree. */
function read(text: string): Readable | undefined {
  using tree = parseXml(text);
  const seen = matchFault(tree);
  return (
    seen && (Object.fromEntries(Object.entries(seen).filter(([key]) => !/node/i.test(key))) as unknown as Readable)
  );
}

function serviceError(element: string, errorType: string): string {
  return `<${element} xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollment"><ErrorType>${errorType}</ErrorType>
    <Message>Enough</Message><TraceId>t-1</TraceId></${element}>`;
}

function fault({
  code = 's:Receiver',
  subcode = '<s:Value>s:Authorization</s:Value>',
  detail,
  relatesTo,
}: Parts = {}): string {
  return `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
  <s:Header><a:Action s:mustUnderstand="1">urn:fault</a:Action><a:RelatesTo>${relatesTo ?? 'urn:uuid:1'}</a:RelatesTo></s:Header>
  <s:Body><s:Fault><s:Code><s:Value>${code}</s:Value>${subcode === '' ? '' : `<s:Subcode>${subcode}</s:Subcode>`}</s:Code>
  <s:Reason><s:Text xml:lang="en-US">Not you</s:Text></s:Reason>${detail === undefined ? '' : `<s:Detail>${detail}</s:Detail>`}
  </s:Fault></s:Body></s:Envelope>`;
}
