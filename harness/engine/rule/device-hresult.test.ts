import { expect, test } from 'vitest';
import type { Answer, BreakReason, Broken, HttpResponse } from '../../wire/exchange/exchange.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import { deviceHresult } from './device-hresult.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import { matchFault } from '../../protocol/faults/matcher.ts';

const soap = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>';

const answers: readonly (readonly [name: string, answer: Answer, expected: string | undefined])[] = [
  ['a SOAP message with 200', answered(200, soap), undefined],
  [
    'a SOAP message behind a declaration and a comment',
    answered(200, `<?xml version="1.0"?>\n<!-- a -->${soap}`),
    undefined,
  ],
  ['a page behind many comments', answered(200, `${'<!-- a -->'.repeat(200)}<html/>`), '0x801900C8'],
  ['200 with an empty body', answered(200, ''), '0x80180029'],
  ['200 with HTML', answered(200, '<html><body>Sorry</body></html>'), '0x801900C8'],
  ['200 with JSON', answered(200, '{"error":"Envelope"}'), '0x801900C8'],
  ['400 with text', answered(400, 'bad'), '0x80190190'],
  ['404 without a body', answered(404, ''), '0x80190194'],
  ['500 with HTML', answered(500, '<html/>'), '0x801901F4'],
  ['429', answered(429, ''), '0x80180033'],
  ['a redirect to http', answered(302, '', [['location', 'http://mdm.example/']]), '0x8018001A'],
  ['a redirect to https', answered(302, '', [['Location', 'https://mdm.example/']]), undefined],
  ['a refused connection', broken('refused'), '0x80180010'],
  ['a closed connection', broken('closed'), '0x80180010'],
  ['no answer in time', broken('timeout'), '0x80180010'],
  ['a name that does not resolve', broken('dns'), '0x80180010'],
  ['an untrusted certificate', broken('tls', 'SELF_SIGNED_CERT_IN_CHAIN'), '0x80180012'],
  ['an expired certificate after discovery', broken('tls', 'CERT_HAS_EXPIRED'), '0x80180012'],
  ['a body beyond our own limit', broken('too-large'), undefined],
  ['a handshake that the host ended', { ...broken('tls'), tlsBreak: {} }, '0x80180010'],
  ['a TLS error that a recording does not explain', broken('tls'), undefined],
];

for (const [name, answer, expected] of answers) {
  test(`${name} shows ${expected ?? 'nothing that is known'}`, () => {
    expect(shown(deviceHresult(answer))).toBe(expected);
  });
}

test('an expired certificate has a code of its own during discovery', () => {
  expect(shown(deviceHresult(broken('tls', 'CERT_HAS_EXPIRED'), undefined, { phase: 'discovery' }))).toBe('0x8018000D');
});

test('a certificate that was let through for the report still shows its code', () => {
  const tls = { protocol: 'TLSv1.3', cipher: '', authorized: false, error: 'CERT_HAS_EXPIRED', peerChain: [] };
  expect(shown(deviceHresult({ kind: 'answered', response: { ...response(200, soap), tls } }))).toBe('0x80180012');
});

test('a fault shows its own code, whatever its status', () => {
  const text = soap.replace(
    '<s:Body/>',
    `<s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>s:Authentication</s:Value></s:Subcode></s:Code>
    <s:Reason><s:Text xml:lang="en">No</s:Text></s:Reason></s:Fault></s:Body>`,
  );
  using tree = parseXml(text);
  const fault = matchFault(tree);
  expect([200, 400, 500].map((status) => shown(deviceHresult(answered(status, text), fault)))).toEqual(
    Array.from({ length: 3 }, () => '0x80180002'),
  );
});

function shown(hresult: number | undefined): string | undefined {
  return hresult === undefined ? undefined : formatHresult(hresult);
}

function answered(status: number, body: string, headers: HttpResponse['headers'] = []): Answer {
  return { kind: 'answered', response: response(status, body, headers) };
}

function response(status: number, body: string, headers: HttpResponse['headers'] = []): HttpResponse {
  return { status, statusText: '', httpVersion: 'HTTP/1.1', headers, body: Buffer.from(body) };
}

function broken(reason: BreakReason, error?: string): Broken {
  if (error === undefined) return { kind: 'broken', reason, message: 'It broke' };
  const tls = { protocol: '', cipher: '', authorized: false, error, peerChain: [] };
  return { kind: 'broken', reason, message: 'It broke', tls };
}
