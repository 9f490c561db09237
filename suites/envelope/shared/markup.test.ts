import { expect, test } from 'vitest';
import { readMarkup } from './markup.ts';

const read = (text: string): ReturnType<typeof readMarkup> => readMarkup(new TextEncoder().encode(text));

test('tells an envelope from a page', () => {
  expect(read('<?xml version="1.0"?>\n<soap:Envelope xmlns:soap="urn:x"/>').isEnvelope).toBe(true);
  expect(read('<!DOCTYPE html><html><body>Envelope</body></html>').isEnvelope).toBe(false);
  expect(read('{"request": "<s:Envelope>"}').isEnvelope).toBe(false);
  const utf16 = Buffer.from('\uFEFF<s:Envelope/>', 'utf16le');
  expect(readMarkup(utf16).isEnvelope).toBe(true);
});

test('leaves the XML declaration out of the processing instructions', () => {
  expect(read('<?xml version="1.0"?><?xml-stylesheet href="x"?><Envelope><?php echo?></Envelope>')).toEqual({
    isEnvelope: true,
    hasDoctype: false,
    processingInstructions: ['xml-stylesheet', 'php'],
  });
});

test('finds a DOCTYPE, but none in a comment or in character data', () => {
  expect(read('<!-- a --><!DOCTYPE Envelope><Envelope/>').hasDoctype).toBe(true);
  expect(read('<Envelope><!-- <!DOCTYPE a> <?b?> --><![CDATA[<!DOCTYPE c><?d?>]]></Envelope>')).toEqual({
    isEnvelope: true,
    hasDoctype: false,
    processingInstructions: [],
  });
});

test('reads to the end of what is never closed', () => {
  expect(read('<Envelope><!-- <?a?>').processingInstructions).toEqual([]);
  expect(read('<!--'.repeat(200_000)).isEnvelope).toBe(false);
});
