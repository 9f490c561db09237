import { test } from 'vitest';
import { expectLinear } from '../../testing/expect-linear.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import { readAnswer } from './answer-state.ts';

const megabyte = 1024 * 1024;
/** The largest that are parsed, because larger ones are refused unread. */
const megabytes = [0.5, 1, 1.99];
const envelope = (inside: string): string =>
  `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope">${inside}</s:Envelope>`;

/** Documents of about `size` bytes. */
const documents: readonly (readonly [name: string, of: (size: number) => string])[] = [
  ['text', (size) => envelope('a'.repeat(size))],
  ['line ends', (size) => envelope('\n'.repeat(size))],
  ['references', (size) => envelope('&amp;'.repeat(size / 5))],
  ['one long value', (size) => envelope(`<a b="${'x'.repeat(size)}"/>`)],
  ['one long name', (size) => envelope(`<${'a'.repeat(size)}/>`)],
  ['a section without end', (size) => envelope(`<![CDATA[${']'.repeat(size)}`)],
  [
    'as many instructions as a document may have',
    (size) => envelope(`<?${'x'.repeat(size / 50_000)}?>`.repeat(49_000)),
  ],
  ['as many comments as a document may have', (size) => envelope(`<!--${'x'.repeat(size / 50_000)}-->`.repeat(49_000))],
  ['an instruction without end', (size) => `<?${'x'.repeat(size)}`],
  ['a comment without end', (size) => `<!--${'-'.repeat(size)}`],
  ['white space alone', (size) => ' '.repeat(size)],
  ['a page without a title', (size) => `<html><title>${' '.repeat(size)}`],
  ['JSON', (size) => `{"a":"${'x'.repeat(size)}"}`],
];

function exchangeOf(body: Uint8Array): Exchange {
  return {
    index: 0,
    startedAt: new Date(0).toISOString(),
    durationMs: 1,
    request: { method: 'POST', url: 'https://mdm.example/x', headers: [], body: new Uint8Array() },
    answer: { kind: 'answered', response: { status: 200, statusText: '', httpVersion: 'HTTP/1.1', headers: [], body } },
    secrets: [],
  };
}

function read(exchange: Exchange): void {
  const answer = readAnswer(exchange, 'discover');
  if ('tree' in answer) answer.tree[Symbol.dispose]();
}

test.for(documents)('%s: a document of twice the bytes costs about twice', { timeout: 60_000 }, ([, of]) => {
  expectLinear(
    megabytes.map((size) => {
      const exchange = exchangeOf(new Uint8Array(Buffer.from(of(Math.floor(size * megabyte) - 200))));
      return () => {
        read(exchange);
      };
    }),
  );
});
