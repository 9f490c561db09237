import { describe, expect, test } from 'vitest';
import type { Answer, Exchange } from '../../wire/exchange/exchange.ts';
import { readAnswer } from './answer-state.ts';
import type { Kind } from './kind.ts';

const soap = 'http://www.w3.org/2003/05/soap-envelope';
const discoverResponse =
  '<DiscoverResponse xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment"/>';
const fault = '<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code></s:Fault>';
const envelope = (...bodies: string[]): string =>
  `<s:Envelope xmlns:s="${soap}">${bodies.map((body) => `<s:Body>${body}</s:Body>`).join('')}</s:Envelope>`;

describe('an answer to Discover', () => {
  test.each<[string, string, number, string, string?]>([
    ['with its message', envelope(discoverResponse), 200, 'success'],
    ['with its message and another success status', envelope(discoverResponse), 201, 'success'],
    ['with its message and a redirect', envelope(discoverResponse), 302, 'unusable', 'HTTP status 302'],
    ['with a fault', envelope(fault), 500, 'fault'],
    ['with a fault and HTTP 200', envelope(fault), 200, 'fault'],
    ['with its message and a fault behind it', envelope(discoverResponse + fault), 200, 'fault'],
    ['with its message in the first of two bodies', envelope(discoverResponse, fault), 200, 'unusable', '2 Body'],
    ['with another message', envelope('<x/>'), 200, 'unusable', 'instead of DiscoverResponse'],
    [
      'with its message in another namespace',
      envelope('<DiscoverResponse xmlns="urn:other"/>'),
      200,
      'unusable',
      '{urn:other}DiscoverResponse instead of {http://schemas.microsoft.com/windows/management/2012/01/enrollment}DiscoverResponse',
    ],
    ['with a fault inside another root', `<x>${envelope(fault)}</x>`, 500, 'unusable', 'a x document'],
    ['without a body', '', 200, 'unusable', 'an empty body'],
    ['with HTML', '<html><br></html>', 200, 'unusable', 'an HTML page without a title'],
    ['with a whole page', '<html><title>Sign in</title></html>', 200, 'unusable', 'an HTML page, title "Sign in"'],
    ['with a part of a page', '<h1>502 Bad Gateway</h1>', 200, 'unusable', 'an HTML page without a title'],
    ['with a page of few tags', '<title>Console</title>', 200, 'unusable', 'an HTML page, title "Console"'],
    [
      'with an element of that name elsewhere',
      '<title xmlns="urn:x">Console</title>',
      200,
      'unusable',
      'a title document',
    ],
    ['with a NUL in it', envelope(discoverResponse).replace('</', '\0</'), 200, 'unusable', 'not readable XML'],
    [
      'with more tags than any message has',
      envelope('<a/>'.repeat(100_001)),
      200,
      'unusable',
      'at most 50000 are allowed',
    ],
  ])('%s', (_, body, status, state, reason = '') => {
    const read = readAnswer(exchangeWith(answered(body, status)), 'discover');
    expect(read.state).toBe(state);
    if ('reason' in read) expect(read.reason).toContain(reason);
  });
});

test('a redirect is told with the address that it names', () => {
  const { response } = answered('', 308);
  const headers = [['location', 'https://login.example/']] as const;
  expect(readAnswer(exchangeWith({ kind: 'answered', response: { ...response, headers } }), 'discover')).toMatchObject({
    reason: 'HTTP 308 with an empty body, which leads to "https://login.example/"',
  });
});

test('of a probe the status is all that is read', () => {
  const states = [200, 302, 404].map((status) => readAnswer(exchangeWith(answered('', status)), 'probe').state);
  expect(states).toEqual(['success', 'success', 'unusable']);
});

describe('an answer whose body a recording left out', () => {
  const left: Answer = { ...answered('', 200), kind: 'broken', reason: 'unrecorded', message: 'It was left out.' };

  test.each<[Kind, string]>([
    ['discover', 'broken'],
    ['probe', 'success'],
  ])('to a %s is %s', (kind, state) => {
    expect(readAnswer(exchangeWith(left), kind).state).toBe(state);
  });
});

function answered(body: string, status: number): Extract<Answer, { kind: 'answered' }> {
  return {
    kind: 'answered',
    response: { status, statusText: '', httpVersion: 'HTTP/1.1', headers: [], body: Buffer.from(body) },
  };
}

function exchangeWith(answer: Answer): Exchange {
  return {
    index: 0,
    startedAt: '2026-01-15T09:30:00.000Z',
    durationMs: 0,
    request: { method: 'POST', url: 'https://mdm.contoso.example/', headers: [], body: new Uint8Array() },
    answer,
    secrets: [],
  };
}
