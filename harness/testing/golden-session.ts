import type { Har } from '../wire/har/har.ts';
import { readRedactedHar } from '../wire/har/har.ts';
import type { Session } from '../wire/exchange/exchange.ts';
import { referenceHar } from './reference-run.ts';

let har: Promise<Har> | undefined;
let session: Promise<Session> | undefined;

/** The HAR of the whole plan against the reference server, made once in each worker. Nobody may change it. */
export function goldenHar(): Promise<Har> {
  return (har ??= referenceHar());
}

/** The golden session, ready to be judged; made once in each worker. */
export function goldenSession(): Promise<Session> {
  return (session ??= goldenHar().then(readRedactedHar));
}
