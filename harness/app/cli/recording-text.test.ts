import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { recordingText } from './recording-text.ts';

const har = '{"log":{"version":"1.2","entries":[]}}';

describe('a file that is no HAR is named for what it is', () => {
  test.for<[sort: string, name: string, bytes: Buffer, says: string]>([
    ['nothing', 'a.har', Buffer.of(), 'is empty; expected a HAR'],
    ['gzip', 'a.har.gz', gzipSync(har), 'is gzip-compressed; unpack it with gunzip'],
    [
      'flows of mitmproxy',
      'a.flow',
      Buffer.from('1234:7:version;2:21#'),
      'mitmdump -nr flows.mitm --set hardump=out.har',
    ],
    ['pcap', 'a.pcap', Buffer.from('d4c3b2a102000400', 'hex'), 'is a packet capture (pcap); TLS encrypts'],
    ['pcap of the other byte order', 'a.pcap', Buffer.from('a1b2c3d400020004', 'hex'), '(pcap)'],
    ['pcap in nanoseconds', 'a.pcap', Buffer.from('4d3cb2a102000400', 'hex'), '(pcap)'],
    ['pcapng', 'a.har', Buffer.from('0a0d0d0a1c000000', 'hex'), 'is a packet capture (pcapng)'],
    ['evtx', 'a.evtx', Buffer.from('ElfFile\0\0\0'), 'is a Windows event log (.evtx)'],
    ['HTML', 'a.html', Buffer.from('\uFEFF\n<!DOCTYPE html><title>Sign in</title>'), 'is an HTML page'],
    ['XML', 'a.xml', Buffer.from('<?xml version="1.0"?><a/>'), 'is XML; expected a HAR (JSON); "validate"'],
    ['XML in UTF-16', 'a.xml', Buffer.from('\uFEFF<a/>', 'utf16le'), 'is XML'],
    ['results of a run', 'results.json', Buffer.from('{\n  "schemaVersion": 1,'), 'audit the session.har beside it'],
    ['a target file', 'target.yaml', Buffer.from('# ours\nurl: https://a.example\n'), 'is a target file'],
    ['a target file in JSON', 'target.json', Buffer.from('{"email":"a@b.example"}'), 'is a target file'],
  ])('%s', ([, name, bytes, says]) => {
    const problem = (() => {
      try {
        return recordingText(bytes, name);
      } catch (error) {
        return error instanceof Error ? `${error.name}: ${error.message}` : '';
      }
    })();
    expect(problem).toMatch(new RegExp(`^UsageError: ${name} is `));
    expect(problem).toContain(says);
  });
});

describe('a HAR is read', () => {
  const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
  test.for<[encoding: string, bytes: Buffer]>([
    ['UTF-8', Buffer.from(har)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${har}`)],
    ['UTF-16', Buffer.from(`\uFEFF${har}`, 'utf16le')],
    ['UTF-16 of the other byte order', bigEndian(`\uFEFF${har}`)],
    ['UTF-16 without a mark', Buffer.from(har, 'utf16le')],
    ['UTF-16 of the other byte order without a mark', bigEndian(har)],
  ])('in %s', ([, bytes]) => {
    expect(recordingText(bytes, 'a.har')).toBe(har);
  });
});
