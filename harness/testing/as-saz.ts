import type { Exchange, Header } from '../wire/exchange/exchange.ts';
import { zipArchive } from './zip-archive.ts';

/** Exchanges as Fiddler saves them: its raw messages, and its notes with the time of each. Broken ones have no answer. */
export function asSaz(exchanges: readonly Exchange[]): Promise<Buffer> {
  const files: Record<string, string | Uint8Array> = {
    '_index.htm': '<html></html>',
    '[Content_Types].xml': '<Types/>',
  };
  for (const [index, { request, answer, startedAt, durationMs }] of exchanges.entries()) {
    const name = `raw/${String(index + 1).padStart(3, '0')}`;
    const { method, url, headers, body } = request;
    files[`${name}_c.txt`] = message(`${method} ${url} HTTP/1.1`, headers, body);
    if (answer.kind === 'answered') {
      const { status, statusText, httpVersion, headers: fields, body: content } = answer.response;
      files[`${name}_s.txt`] = message(`${httpVersion} ${status} ${statusText}`, fields, content);
    }
    files[`${name}_m.xml`] = sazMetadata({ startedAt, durationMs });
  }
  return zipArchive(files);
}

function message(first: string, headers: readonly Header[], body: Uint8Array): Buffer {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** What Fiddler notes beside a session. */
export function sazMetadata(
  { startedAt, durationMs = 0 }: { readonly startedAt: string; readonly durationMs?: number },
  flags = 1,
): string {
  const end = new Date(Date.parse(startedAt) + durationMs).toISOString();
  return (
    '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n' +
    `<Session SID="1" BitFlags="${flags}"><SessionTimers ClientConnected="0001-01-01T00:00:00" ` +
    `ClientBeginRequest="${startedAt}" ServerDoneResponse="${end}" ClientDoneResponse="${end}" />` +
    '<PipeInfo /><SessionFlags><SessionFlag N="x-clientip" V="127.0.0.1" /></SessionFlags></Session>'
  );
}
