import type { Entry, Log, Request, Response } from 'har-format';
import type { SessionMeta } from '../exchange/exchange.ts';
import type { HarKnowledge, HarRequest, HarResponse } from './har-format.ts';

/** HAR 1.2 `request` as we write it. */
export type WrittenRequest = Request & Pick<HarRequest, '_connection'>;

/** HAR 1.2 `response` as we write it. */
export type WrittenResponse = Response & Pick<HarResponse, '_error' | '_tls'>;

/** HAR 1.2 `entry` as we write it, without what other tools add. */
export interface WrittenEntry extends Pick<Entry, Exclude<keyof Entry, `_${string}`>> {
  readonly request: WrittenRequest;
  readonly response: WrittenResponse;
  readonly _mde: HarKnowledge;
}

/** What `writeHar` makes: all that HAR 1.2 requires, with our extensions, so that any tool reads it. */
export interface WrittenHar {
  readonly log: Omit<Log, 'entries'> & { readonly _mde?: SessionMeta; readonly entries: readonly WrittenEntry[] };
}
