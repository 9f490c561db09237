import type { Exchange } from '../wire/exchange/exchange.ts';

/** The messages of management sessions as SyncML Viewer saves them: one after the other, between its marks, without declarations. */
export function asSyncmlStream(exchanges: readonly Exchange[]): string {
  const bodies = exchanges.flatMap(({ request, answer }) => [request.body, answer.response?.body ?? new Uint8Array()]);
  const messages = bodies
    .map((body) => Buffer.from(body).toString('utf8'))
    .filter((text) => text.includes('<SyncML'))
    .map((text) => `<!-- 15.01.2026 10:30:00 -->\r\n${text.slice(text.indexOf('<SyncML'))}\r\n`);
  return `<!-- OmaDmSessionStart -->\r\n\r\n${messages.join('\r\n')}\r\n<!-- OmaDmSessionComplete -->\r\n`;
}
