import { describe, expect, test } from 'vitest';
import { bodyText, cut, readable } from './body-text.ts';
import { indentXml } from './indent-xml.ts';
import { unpackProvisioningDocument } from './provisioning-document.ts';

const filler = `<e a="${'x'.repeat(300)}"/>`;

describe('indenting', () => {
  test('puts each element of a long line on its own, and keeps text with its tags', () => {
    expect(indentXml(`<a><b>text</b><c></c><d/>${filler}</a>`)).toBe(
      `<a>\n  <b>text</b>\n  <c></c>\n  <d/>\n  ${filler}\n</a>`,
    );
  });

  test('leaves text that has lines already', () => {
    const text = '<a>\n <b/></a>';
    expect(indentXml(text)).toBe(text);
  });

  test('shows broken markup broken', () => {
    expect(indentXml(`<a><b></a></a></a>${filler}<c d="`)).toContain('<c d="');
    expect(indentXml(`${filler}<<<`)).toContain('<<<');
  });

  test('takes no long time on hostile text', () => {
    expect(indentXml(`<a>${'<"'.repeat(30_000)}><`).length).toBeGreaterThan(60_000);
  });
});

describe('a body', () => {
  test('that is UTF-8 is shown as it came, with its byte order mark', () => {
    expect(bodyText(new TextEncoder().encode('\uFEFF<é/>'))).toEqual({ text: '\uFEFF<é/>', notes: [] });
  });

  test('that is UTF-16 is decoded by its mark', () => {
    const body = Buffer.from('\uFEFF<é/>', 'utf16le');
    expect(bodyText(body)).toEqual({ text: '<é/>', notes: ['Sent as UTF-16.'] });
  });

  test('with a byte that is no UTF-8 says so', () => {
    expect(bodyText(Buffer.concat([Buffer.from('<long-enough/>'), Buffer.of(0xff)])).notes).toEqual([
      'Not valid UTF-8; unreadable bytes are shown as \uFFFD.',
    ]);
  });

  test('that is no text is shown in hexadecimal', () => {
    expect(bodyText(Uint8Array.of(0, 1, 2, 255)).text).toBe('00 01 02 ff');
  });

  test('that is long is cut between characters, and says how much is missing', () => {
    expect(cut({ text: 'a🙂bc', notes: [] }, 2)).toEqual({
      text: 'a',
      notes: ['Cut here: 4 more characters are in session.har.'],
    });
  });

  test('that was given lines says so', () => {
    expect(readable({ text: `<a>${filler}</a>`, notes: [] }).notes).toEqual(['Line breaks added for reading.']);
  });
});

describe('a provisioning document', () => {
  const envelope = (text: string) =>
    `<w:BinarySecurityToken x="1">${Buffer.from(text).toString('base64')}</w:BinarySecurityToken>`;

  test('is decoded, and its encoded form cut short', () => {
    const document = `<wap-provisioningdoc>${'<x/>'.repeat(100)}</wap-provisioningdoc>`;
    const unpacked = unpackProvisioningDocument(envelope(document));
    expect(unpacked?.document).toBe(document);
    expect(unpacked?.shortened).toMatch(
      /^<w:BinarySecurityToken x="1">\S{96}\[\d+ more characters, decoded below\]<\/w:/,
    );
  });

  test('is not seen in a token that holds something else, nor where there is none', () => {
    expect(unpackProvisioningDocument(envelope('a certificate'))).toBeUndefined();
    expect(unpackProvisioningDocument('<a/>')).toBeUndefined();
  });
});
