import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Exchange } from '../../harness/wire/exchange/exchange.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { curlCommand } from './curl.ts';
import { repeatCommand } from './repeat.ts';
import { shellWord, shellWords } from './shell.ts';

const { run } = everyOutcome;
const { maker } = run;
const [first] = everyOutcomeEvidence.exchanges;
if (!first || !maker) throw new Error('the fixture has exchanges and a maker');

const withLine = (commandLine: string) => ({ run: { ...run, maker: { ...maker, commandLine } } });
const withRequest = (changes: Partial<Exchange['request']>): Exchange => ({
  ...first,
  request: { ...first.request, ...changes },
});

test('a run is repeated with its own options, for the checks alone, and into another folder', () => {
  const line =
    "mde-conformance run https://mdm.example.test --email 'a b@c.test' --out there --check x/y,z/* --format=json --json --rate 60";
  expect(repeatCommand(withLine(line), ['a/b', 'c/d'])).toBe(
    "mde-conformance run https://mdm.example.test --email 'a b@c.test' --rate 60 --check a/b,c/d --out repeated",
  );
});

test('a run by a program is repeated at its target, and a recording from the session', () => {
  expect(repeatCommand(withLine('node test.js'), ['a/b'])).toBe(
    `mde-conformance run ${run.target} --check a/b --out repeated`,
  );
  expect(repeatCommand({ run: { ...run, mode: 'audit' } }, ['a/b'])).toBe(
    'mde-conformance audit session.har --check a/b --out repeated',
  );
});

test('a request is a command with its body, its own headers and the placeholders of its secrets', () => {
  const body = Buffer.from("<a>'$(id)' redacted-password-1</a>\nBODY\n");
  const secrets = [{ placeholder: 'redacted-password-1', length: 12, base64: false, padded: false }];
  const { text, placeholders, needsCertificate } = curlCommand({ ...withRequest({ body }), secrets });
  expect(text).toBe(
    [
      'curl --include --globoff \\',
      '  --http1.1 \\',
      '  --request POST \\',
      `  --url ${first.request.url} \\`,
      "  --header 'Content-Type: application/soap+xml; charset=utf-8' \\",
      "  --header 'User-Agent: ENROLLClient' \\",
      "  --data-binary @- <<'BODY-2'",
      "<a>'$(id)' redacted-password-1</a>",
      'BODY',
      '',
      'BODY-2',
    ].join('\n'),
  );
  expect(placeholders).toEqual(['redacted-password-1']);
  expect(needsCertificate).toBe(false);
});

test('a long body, and one that a page cannot show unchanged, is taken out of the session', () => {
  for (const body of ['x'.repeat(7000), 'a\u202Eb', '\0\0\0'])
    expect(curlCommand(withRequest({ body: Buffer.from(body) })).text).toMatch(
      /^node -e "const .*entries\[0\].*"\ncurl [^]*--data-binary @request-0\.bin$/,
    );
});

test('an address of a target stays one word of the shell', () => {
  const hostile = `https://x.test/'; touch no; '$(id)\`id\`"\n-x`;
  const { text } = curlCommand(withRequest({ method: 'GET', url: hostile, body: new Uint8Array(), headers: [] }));
  const [, word = ''] = /--url ([^]*)$/.exec(text) ?? [];
  const said = execFileSync('/bin/sh', ['-c', `printf '%s' ${word}`], { encoding: 'utf8' });
  expect(said).toBe(hostile.replace('\n', ' '));
});

test('a version of TLS and a certificate of the device are asked for', () => {
  const connection = { tlsVersion: 'TLSv1', httpVersion: 'HTTP/1.0', clientCertificate: { certificate: 'x' } } as const;
  const { text, needsCertificate } = curlCommand(withRequest({ connection }));
  expect(text).toContain('--http1.0 \\\n  --tlsv1.0 --tls-max 1.0 \\\n  --cert device.pem \\\n  --key device.key');
  expect(needsCertificate).toBe(true);
});

test('words of a shell are read as they were written', () => {
  const words = ['a', 'b c', "d'e", 'f'].map(shellWord);
  expect(shellWords(words.join(' '))).toEqual(words);
});
