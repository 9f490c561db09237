import { answerIn } from '../../../reference-server/mount/in-process.ts';
import type { Exchange } from '../../../wire/exchange/exchange.ts';
import type { Served } from './request-line.ts';

/** A served request as the client sees it, with its secrets. `origin` stands in for an address that no URL can name. */
export function servedExchange({ request, reply, startedAt }: Served, origin: string): Exchange {
  const addressed = URL.canParse(request.url) ? request : { ...request, url: `${origin}/` };
  return {
    index: 0,
    startedAt: startedAt.toISOString(),
    durationMs: Math.max(0, Date.now() - startedAt.getTime()) + (reply.delayMs ?? 0),
    request: addressed,
    answer: answerIn(reply, addressed),
    secrets: [],
  };
}
