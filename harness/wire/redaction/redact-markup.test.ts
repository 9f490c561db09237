import { describe, expect, test } from 'vitest';
import { parseXml } from '../../protocol/xml/tree.ts';
import { redact } from './redact.ts';
import { exchangeWith } from '../testing/exchange.ts';

const document = (secret: string, nonce: string): string =>
  `<wap-provisioningdoc><characteristic type="APPAUTH"><parm name="AAUTHSECRET" value="${secret}"/><parm name="AAUTHDATA" value="${nonce}"/></characteristic></wap-provisioningdoc>`;

const base64 = Buffer.from(document('Top/Secret+1234567', 'bm9uY2Vub25jZQ==')).toString('base64');

/** The body that is kept of an answer. */
function keptOf(response: string): string {
  const [kept] = redact({ exchanges: [exchangeWith({ response })], knownSecrets: ['correct horse'] }).exchanges;
  return kept?.answer.kind === 'answered' ? Buffer.from(kept.answer.response.body).toString() : '';
}

describe('base64 that markup divides, wherever that is', () => {
  test.each<readonly [string, (front: string, back: string) => string]>([
    ['a comment', (front, back) => `${front}<!-- a token -->${back}`],
    ['comments between lines', (front, back) => `${front}\n<!--a--><!--b-->\n${back}`],
    ['a comment that looks like base64', (front, back) => `${front}<!--${'z'.repeat(60)}-->${back}`],
    ['an instruction', (front, back) => `${front}<?word?>${back}`],
    ['two sections of CDATA', (front, back) => `<![CDATA[${front}]]><![CDATA[${back}]]>`],
    ['the beginning of CDATA', (front, back) => `${front}<![CDATA[${back}]]>`],
    ['the end of CDATA', (front, back) => `<![CDATA[${front}]]>${back}`],
  ])('can be decoded once its secrets are replaced: %s', (_, divide) => {
    for (let at = 0; at <= base64.length; at += 1) {
      using tree = parseXml(Buffer.from(keptOf(`<t>${divide(base64.slice(0, at), base64.slice(at))}</t>`)));
      const text = tree.root.text.replaceAll(/\s/g, '');
      expect(Buffer.from(text, 'base64').toString(), `at ${at}`).toBe(
        document('redacted-secret-1', 'redacted-nonce-1'),
      );
      expect(text.length % 4, `at ${at}`).toBe(0);
    }
  });
});

test('what a comment hides is found, beside base64 and alone', () => {
  const hidden = Buffer.from('the password is correct horse').toString('base64');
  expect(keptOf(`<t>AAAA<!--${hidden}-->AAAA</t><!-- ${hidden} -->`)).not.toContain(hidden.slice(-12));
});

test.each(['<!--', 'AAAA<!--', 'A<?', 'AAAA<!---->', 'AAAA]]>', 'A<![CDATA['])(
  'markup without end is read in time: %s',
  (piece) => {
    const response = piece.repeat(200_000);
    expect(keptOf(response)).toBe(response);
  },
);
